package io.scriptorium.writers.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What a ticket is about. On the wire and in the database: the name in lower case. */
public enum TicketCategory {
    ORDER_ISSUE,
    PAYMENT_ISSUE,
    TECHNICAL,
    OTHER;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
