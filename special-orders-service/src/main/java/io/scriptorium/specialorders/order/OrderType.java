package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How an order gets its price. */
public enum OrderType {
    /** That of its type, for its duration. */
    PREDEFINED,
    /** What staff estimate. */
    ESTIMATED;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
