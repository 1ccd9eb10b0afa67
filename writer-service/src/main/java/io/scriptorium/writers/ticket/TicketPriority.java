package io.scriptorium.writers.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How soon a ticket wants an answer. On the wire and in the database: the name in lower case. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
