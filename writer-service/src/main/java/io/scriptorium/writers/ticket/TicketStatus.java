package io.scriptorium.writers.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Set;

/** Where a ticket stands. On the wire and in the database: the name in lower case. */
public enum TicketStatus {
    OPEN,
    IN_PROGRESS,
    RESOLVED,
    CLOSED;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What this may become; from resolved and closed, open again. */
    Set<TicketStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(IN_PROGRESS, RESOLVED, CLOSED);
            case IN_PROGRESS -> Set.of(RESOLVED, CLOSED);
            case RESOLVED -> Set.of(CLOSED, OPEN);
            case CLOSED -> Set.of(OPEN);
        };
    }
}
