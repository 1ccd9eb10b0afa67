package io.scriptorium.payments.reminder;

import java.time.Instant;
import java.util.UUID;

/**
 * A reminder as the API shows it.
 *
 * @param configId null for a deletion message
 * @param deletionMessageId null for a reminder
 * @param title with {@code {client_name}} where the client's name was put
 * @param reason why it is skipped or failed, or, while pending, has not been sent yet
 * @param attempts how often the mail was tried
 * @param sentAt null unless sent
 */
public record ReminderView(
        UUID id,
        UUID websiteId,
        UUID paymentId,
        UUID clientId,
        ReminderKind kind,
        UUID configId,
        UUID deletionMessageId,
        boolean byEmail,
        boolean byNotification,
        String title,
        String text,
        ReminderStatus status,
        ReminderOutcome outcome,
        String reason,
        int attempts,
        Instant createdAt,
        Instant updatedAt,
        Instant sentAt) {}
