package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What a list of installments asks for. */
public enum InstallmentState {
    PAID,
    /** Overdue or not. */
    UNPAID,
    /** Unpaid after the end of its due date, in the time zone of the website. */
    OVERDUE;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
