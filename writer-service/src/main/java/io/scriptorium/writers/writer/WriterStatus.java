package io.scriptorium.writers.writer;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Set;

/** Where a writer stands with a website. On the wire and in the database: the name in lower case. */
public enum WriterStatus {
    APPLIED,
    ACTIVE,
    ON_BREAK,
    PROBATION,
    SUSPENDED,
    CLOSED;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What this may become. A closed writer who comes back applies again, and keeps the history. */
    Set<WriterStatus> next() {
        return switch (this) {
            case APPLIED -> Set.of(ACTIVE, PROBATION, CLOSED);
            case ACTIVE -> Set.of(ON_BREAK, PROBATION, SUSPENDED, CLOSED);
            case ON_BREAK -> Set.of(ACTIVE, PROBATION, SUSPENDED, CLOSED);
            case PROBATION -> Set.of(ACTIVE, ON_BREAK, SUSPENDED, CLOSED);
            case SUSPENDED -> Set.of(ACTIVE, PROBATION, CLOSED);
            case CLOSED -> Set.of(APPLIED);
        };
    }

    /** The same as the column is_active, which the database computes. */
    boolean mayWork() {
        return this == ACTIVE || this == PROBATION;
    }
}
