package io.scriptorium.writers.ticket;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/** The public state of a ticket: {@code contracts/ticket.v1.schema.json}. Nothing of what anybody wrote. */
record TicketChange(
        UUID id,
        UUID websiteId,
        UUID writerId,
        TicketCategory category,
        TicketPriority priority,
        TicketStatus status,
        UUID assignedTo,
        Instant createdAt,
        Instant updatedAt,
        Instant resolvedAt,
        Instant closedAt) {
    private static final String TOPIC = "writers.ticket.changes";
    private static final String SCHEMA = "urn:scriptorium:writers:ticket:v1";

    static Change changed(Ticket ticket) {
        return Change.changed(TOPIC, ticket.id.toString(), "writers.ticket.changed", SCHEMA, of(ticket));
    }

    static TicketChange of(Ticket ticket) {
        return new TicketChange(
                ticket.id,
                ticket.websiteId(),
                ticket.writerId,
                ticket.category,
                ticket.priority,
                ticket.status,
                ticket.assignedTo,
                ticket.createdAt,
                ticket.updatedAt,
                ticket.resolvedAt,
                ticket.closedAt);
    }
}
