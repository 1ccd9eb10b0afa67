package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.Event;
import java.time.Instant;
import java.util.UUID;

/** A request for an order as writer-service publishes it. */
record OrderRequestEvent(UUID website, String status, Instant requested, Instant decided) {

    Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "writer_id": "%s", "order_id": "%s", "status": "%s",
                 "requested_at": "%s", "decided_at": %s, "updated_at": "2026-01-31T12:00:00Z"}
                """.formatted(id, website, id, id, status, requested, quoted(decided));
        return new Event(OrderRequestProjection.TOPIC, id.toString(), "writers.order-request.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(OrderRequestProjection.TOPIC, id.toString(), "writers.order-request.deleted", revision, null);
    }

    private static String quoted(Object value) {
        return value == null ? "null" : '"' + value.toString() + '"';
    }
}
