package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.Event;
import java.util.UUID;

/** A reminder configuration as payments-service publishes it. */
record ReminderConfigEvent(UUID website, String name, int percentage, boolean active) {

    Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "name": "%s", "deadline_percentage": %d, "by_email": true,
                 "by_notification": true, "is_active": %s, "display_order": 1,
                 "created_at": "2026-01-31T12:00:00Z", "updated_at": "2026-01-31T12:00:00Z"}
                """.formatted(id, website, name, percentage, active);
        return new Event(
                ReminderConfigProjection.TOPIC, id.toString(), "payments.reminder-config.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(
                ReminderConfigProjection.TOPIC, id.toString(), "payments.reminder-config.deleted", revision, null);
    }

    private static String quoted(Object value) {
        return value == null ? "null" : '"' + value.toString() + '"';
    }
}
