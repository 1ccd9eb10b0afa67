package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Why an order is on hold. */
public enum HoldCause {
    STAFF,
    /** Until staff reschedule what is due. */
    PAYMENT_EXPIRED;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
