package io.scriptorium.dashboard.ticketstats;

import io.scriptorium.dashboard.Event;
import java.time.Instant;
import java.util.UUID;

/** A support ticket as writer-service publishes it. */
record TicketEvent(
        UUID website,
        String category,
        String priority,
        String status,
        UUID assignedTo,
        Instant created,
        Instant resolved,
        Instant closed) {
    static TicketEvent open(UUID website, Instant created) {
        return new TicketEvent(website, "technical", "normal", "open", null, created, null, null);
    }

    TicketEvent assignedTo(UUID somebody) {
        return new TicketEvent(website, category, priority, "in_progress", somebody, created, null, null);
    }

    TicketEvent resolved(Instant at) {
        return new TicketEvent(website, category, priority, "resolved", assignedTo, created, at, null);
    }

    TicketEvent closed(Instant at) {
        return new TicketEvent(website, category, priority, "closed", assignedTo, created, resolved, at);
    }

    Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "writer_id": "%s", "category": "%s", "priority": "%s",
                 "status": "%s", "assigned_to": %s, "created_at": "%s", "updated_at": "%s", "resolved_at": %s,
                 "closed_at": %s}
                """.formatted(
                        id,
                        website,
                        id,
                        category,
                        priority,
                        status,
                        quoted(assignedTo),
                        created,
                        created,
                        quoted(resolved),
                        quoted(closed));
        return new Event(TicketProjection.TOPIC, id.toString(), "writers.ticket.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(TicketProjection.TOPIC, id.toString(), "writers.ticket.deleted", revision, null);
    }

    private static String quoted(Object value) {
        return value == null ? "null" : '"' + value.toString() + '"';
    }
}
