package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Whether an installment was paid. Overdue is none of these: it follows from the due date. */
public enum InstallmentStatus {
    UNPAID,
    PAID,
    /** Asked for no longer: rescheduled, or its order cancelled. */
    VOID;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
