package io.scriptorium.payments.reminderconfig;

import java.time.Instant;
import java.util.UUID;

/** A reminder config as the API shows it. */
public record ReminderConfigView(
        UUID id,
        UUID websiteId,
        String name,
        int deadlinePercentage,
        String emailSubject,
        String message,
        boolean byEmail,
        boolean byNotification,
        boolean isActive,
        int displayOrder,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ReminderConfigView of(ReminderConfig config) {
        return new ReminderConfigView(
                config.id,
                config.websiteId(),
                config.name,
                config.deadlinePercentage,
                config.emailSubject,
                config.message,
                config.byEmail,
                config.byNotification,
                config.active,
                config.displayOrder,
                config.createdAt,
                config.updatedAt,
                config.version);
    }
}
