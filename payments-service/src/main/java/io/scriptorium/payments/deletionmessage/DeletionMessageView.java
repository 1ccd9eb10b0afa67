package io.scriptorium.payments.deletionmessage;

import java.time.Instant;
import java.util.UUID;

/** A deletion message as the API shows it. */
public record DeletionMessageView(
        UUID id,
        UUID websiteId,
        String name,
        String emailSubject,
        String message,
        boolean byEmail,
        boolean byNotification,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static DeletionMessageView of(DeletionMessage message) {
        return new DeletionMessageView(
                message.id,
                message.websiteId(),
                message.name,
                message.emailSubject,
                message.message,
                message.byEmail,
                message.byNotification,
                message.active,
                message.createdAt,
                message.updatedAt,
                message.version);
    }
}
