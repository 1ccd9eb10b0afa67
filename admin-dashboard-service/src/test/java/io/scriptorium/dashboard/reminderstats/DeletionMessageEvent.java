package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.Event;
import java.util.UUID;

/** A deletion message as payments-service publishes it. */
record DeletionMessageEvent(UUID website, boolean active) {

    Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "name": "Expired", "by_email": true, "by_notification": true,
                 "is_active": %s, "created_at": "2026-01-31T12:00:00Z", "updated_at": "2026-01-31T12:00:00Z"}
                """.formatted(id, website, active);
        return new Event(
                DeletionMessageProjection.TOPIC, id.toString(), "payments.deletion-message.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(
                DeletionMessageProjection.TOPIC, id.toString(), "payments.deletion-message.deleted", revision, null);
    }

    private static String quoted(Object value) {
        return value == null ? "null" : '"' + value.toString() + '"';
    }
}
