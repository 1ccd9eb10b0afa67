package io.scriptorium.dashboard.ticketstats;

import java.time.Instant;
import java.util.UUID;

/** What is counted of {@code writers.ticket.changes}. */
record TicketState(
        UUID id,
        UUID websiteId,
        String category,
        String priority,
        String status,
        UUID assignedTo,
        Instant createdAt,
        Instant resolvedAt,
        Instant closedAt) {}
