package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How an order was completed. */
public enum CompletionMethod {
    WITH_FILES,
    WITHOUT_FILES,
    /** An admin said so, whatever was handed over. */
    BY_ADMIN;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
