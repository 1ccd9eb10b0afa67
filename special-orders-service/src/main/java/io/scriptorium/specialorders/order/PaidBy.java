package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What made an installment paid. */
public enum PaidBy {
    PAYMENT,
    /** An admin's word, with a reason. */
    OVERRIDE;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
