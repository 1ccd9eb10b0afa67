package io.scriptorium.writers.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What a ticket's history tells the changes of. On the wire and in the database: the name in lower case. */
public enum TicketField {
    STATUS,
    CATEGORY,
    PRIORITY,
    ASSIGNED_TO;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
