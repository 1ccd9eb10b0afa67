package io.scriptorium.payments.reminderconfig;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/** The public state of a reminder config: {@code contracts/reminder-config.v1.schema.json}. Without its texts. */
record ReminderConfigChange(
        UUID id,
        UUID websiteId,
        String name,
        int deadlinePercentage,
        boolean byEmail,
        boolean byNotification,
        boolean isActive,
        int displayOrder,
        Instant createdAt,
        Instant updatedAt) {
    private static final String TOPIC = "payments.reminder-config.changes";
    private static final String SCHEMA = "urn:scriptorium:payments:reminder-config:v1";

    static Change changed(ReminderConfig config) {
        return Change.changed(TOPIC, config.id.toString(), "payments.reminder-config.changed", SCHEMA, of(config));
    }

    static Change deleted(UUID id) {
        return Change.deleted(TOPIC, id.toString(), "payments.reminder-config.deleted", SCHEMA);
    }

    static ReminderConfigChange of(ReminderConfig config) {
        return new ReminderConfigChange(
                config.id,
                config.websiteId(),
                config.name,
                config.deadlinePercentage,
                config.byEmail,
                config.byNotification,
                config.active,
                config.displayOrder,
                config.createdAt,
                config.updatedAt);
    }
}
