package io.scriptorium.payments.deletionmessage;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/** The public state of a deletion message: {@code contracts/deletion-message.v1.schema.json}. Without its texts. */
record DeletionMessageChange(
        UUID id,
        UUID websiteId,
        String name,
        boolean byEmail,
        boolean byNotification,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {
    private static final String TOPIC = "payments.deletion-message.changes";
    private static final String SCHEMA = "urn:scriptorium:payments:deletion-message:v1";

    static Change changed(DeletionMessage message) {
        return Change.changed(TOPIC, message.id.toString(), "payments.deletion-message.changed", SCHEMA, of(message));
    }

    static Change deleted(UUID id) {
        return Change.deleted(TOPIC, id.toString(), "payments.deletion-message.deleted", SCHEMA);
    }

    static DeletionMessageChange of(DeletionMessage message) {
        return new DeletionMessageChange(
                message.id,
                message.websiteId(),
                message.name,
                message.byEmail,
                message.byNotification,
                message.active,
                message.createdAt,
                message.updatedAt);
    }
}
