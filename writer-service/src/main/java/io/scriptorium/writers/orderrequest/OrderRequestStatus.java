package io.scriptorium.writers.orderrequest;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Set;

/** How far a request is. On the wire and in the database: the name in lower case. */
public enum OrderRequestStatus {
    OPEN,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What this may become. An approval can be taken back, so that the order can be given to another writer. */
    Set<OrderRequestStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> Set.of(REJECTED);
            case REJECTED, WITHDRAWN -> Set.of();
        };
    }
}
