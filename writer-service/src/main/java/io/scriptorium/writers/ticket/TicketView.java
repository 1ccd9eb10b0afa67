package io.scriptorium.writers.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * A ticket with all of its own text.
 *
 * @param assignedTo null while nobody has it
 * @param resolution null unless resolved
 */
public record TicketView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        TicketCategory category,
        TicketPriority priority,
        TicketStatus status,
        String subject,
        String description,
        UUID assignedTo,
        String resolution,
        Instant createdAt,
        Instant updatedAt,
        Instant resolvedAt,
        Instant closedAt,
        long version) {

    static TicketView of(Ticket ticket) {
        return new TicketView(
                ticket.id,
                ticket.websiteId(),
                ticket.writerId,
                ticket.category,
                ticket.priority,
                ticket.status,
                ticket.subject,
                ticket.description,
                ticket.assignedTo,
                ticket.resolution,
                ticket.createdAt,
                ticket.updatedAt,
                ticket.resolvedAt,
                ticket.closedAt,
                ticket.version);
    }
}
