package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How far an order is. What leads from one to another: {@link OrderAction}. */
public enum OrderStatus {
    INQUIRY,
    /** Has a price; approved or not, and if so, waiting for its deposit. */
    AWAITING_APPROVAL,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    CANCELLED;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
