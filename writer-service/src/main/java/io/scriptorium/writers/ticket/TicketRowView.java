package io.scriptorium.writers.ticket;

import java.time.Instant;
import java.util.UUID;

/** A ticket in a list: what a table's row shows, without description and resolution. */
public record TicketRowView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        TicketCategory category,
        TicketPriority priority,
        TicketStatus status,
        String subject,
        UUID assignedTo,
        Instant createdAt,
        Instant updatedAt) {

    /** As a query selects it. */
    TicketRowView(
            UUID id,
            String tenant,
            UUID writerId,
            TicketCategory category,
            TicketPriority priority,
            TicketStatus status,
            String subject,
            UUID assignedTo,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                UUID.fromString(tenant),
                writerId,
                category,
                priority,
                status,
                subject,
                assignedTo,
                createdAt,
                updatedAt);
    }
}
