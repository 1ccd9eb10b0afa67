package io.scriptorium.payments.reminder;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/**
 * The public state of a reminder: {@code contracts/reminder.v1.schema.json}. Without the client's name, for which
 * {@code {client_name}} stands in the notification.
 */
record ReminderChange(
        UUID id,
        UUID websiteId,
        UUID paymentId,
        UUID clientId,
        ReminderKind kind,
        UUID configId,
        UUID deletionMessageId,
        boolean byEmail,
        boolean byNotification,
        ReminderStatus status,
        ReminderOutcome outcome,
        Notification notification,
        Instant createdAt,
        Instant updatedAt,
        Instant sentAt) {
    private static final String TOPIC = "payments.reminder.changes";
    private static final String SCHEMA = "urn:scriptorium:payments:reminder:v1";

    record Notification(String title, String text) {}

    static Change changed(Reminder reminder) {
        return Change.changed(TOPIC, reminder.id.toString(), "payments.reminder.changed", SCHEMA, of(reminder));
    }

    static ReminderChange of(Reminder reminder) {
        boolean notifies = reminder.byNotification && reminder.status == ReminderStatus.SENT;
        return new ReminderChange(
                reminder.id,
                reminder.websiteId(),
                reminder.paymentId,
                reminder.clientId,
                reminder.kind,
                reminder.configId,
                reminder.deletionMessageId,
                reminder.byEmail,
                reminder.byNotification,
                reminder.status,
                reminder.outcome,
                notifies ? new Notification(reminder.title, reminder.text) : null,
                reminder.createdAt,
                reminder.updatedAt,
                reminder.sentAt);
    }
}
