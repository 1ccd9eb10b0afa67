package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.Event;
import java.time.Instant;
import java.util.UUID;

/** A reminder as payments-service publishes it. */
record ReminderEvent(
        UUID website,
        UUID config,
        String kind,
        String status,
        String outcome,
        boolean byEmail,
        boolean byNotification,
        Instant sent) {
    static ReminderEvent sent(UUID website, UUID config, Instant sent) {
        return new ReminderEvent(website, config, "reminder", "sent", "open", true, false, sent);
    }

    ReminderEvent became(String other) {
        return new ReminderEvent(website, config, kind, status, other, byEmail, byNotification, sent);
    }

    Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "payment_id": "%s", "client_id": "%s", "kind": "%s", "config_id": %s,
                 "deletion_message_id": null, "by_email": %s, "by_notification": %s, "status": "%s", "outcome": "%s",
                 "notification": null, "created_at": "2026-01-31T12:00:00Z", "updated_at": "2026-01-31T12:00:00Z",
                 "sent_at": %s}
                """.formatted(
                id, website, id, id, kind, quoted(config), byEmail, byNotification, status, outcome, quoted(sent));
        return new Event(ReminderProjection.TOPIC, id.toString(), "payments.reminder.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(ReminderProjection.TOPIC, id.toString(), "payments.reminder.deleted", revision, null);
    }

    private static String quoted(Object value) {
        return value == null ? "null" : '"' + value.toString() + '"';
    }
}
