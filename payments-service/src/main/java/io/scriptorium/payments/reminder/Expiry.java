package io.scriptorium.payments.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.payments.deletionmessage.DeletionMessageService;
import io.scriptorium.payments.deletionmessage.DeletionMessageView;
import io.scriptorium.payments.payment.PaymentService;
import io.scriptorium.payments.website.WebsiteService;
import io.scriptorium.payments.website.WebsiteView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels payments that were not paid in time, each in one transaction with the record of the message about it; the
 * message is sent afterwards. A payment that somebody pays at this very moment is left alone: whoever has its row lock
 * first decides.
 */
@ApplicationScoped
class Expiry {
    private static final Logger LOG = Logger.getLogger(Expiry.class);

    private final ReminderRepository reminders;
    private final PaymentService payments;
    private final DeletionMessageService messages;
    private final WebsiteService websites;
    private final ReminderTexts texts;
    private final Outbox outbox;
    private final ActingTenant acting;
    private final Clock clock;

    Expiry(
            ReminderRepository reminders,
            PaymentService payments,
            DeletionMessageService messages,
            WebsiteService websites,
            ReminderTexts texts,
            Outbox outbox,
            ActingTenant acting,
            Clock clock) {
        this.reminders = reminders;
        this.payments = payments;
        this.messages = messages;
        this.websites = websites;
        this.texts = texts;
        this.outbox = outbox;
        this.acting = acting;
        this.clock = clock;
    }

    /** What fails is tried again when the lease of its schedule has run out. */
    void expire(DueReminders.Expired expired) {
        try {
            acting.as(
                    expired.website().toString(),
                    () -> QuarkusTransaction.requiringNew().run(() -> cancel(expired.payment(), expired.website())));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "Payment %s could not be expired; it is tried again", expired.payment());
        }
    }

    private void cancel(UUID payment, UUID website) {
        Optional<ReminderSchedule> schedule = reminders.schedule(payment);
        Optional<WebsiteView> known = websites.find(website);
        if (schedule.isEmpty() || known.isEmpty() || !payments.cancelIfPending(payment, PaymentReminders.EXPIRED)) {
            return;
        }
        messages.inUse(website).ifPresent(message -> {
            Reminder reminder = about(schedule.get(), message, known.get());
            reminders.add(reminder);
            reminders.flush();
            outbox.append(ReminderChange.changed(reminder));
        });
    }

    private Reminder about(ReminderSchedule schedule, DeletionMessageView message, WebsiteView website) {
        Instant now = clock.instant();
        Reminder reminder = new Reminder();
        reminder.paymentId = schedule.paymentId;
        reminder.tenant = schedule.tenant;
        reminder.clientId = schedule.clientId;
        reminder.kind = ReminderKind.DELETION;
        reminder.deletionMessageId = message.id();
        reminder.byEmail = message.byEmail();
        reminder.byNotification = message.byNotification();
        texts.write(reminder, message.emailSubject(), message.message(), schedule, website);
        reminder.status = ReminderStatus.PENDING;
        reminder.outcome = ReminderOutcome.EXPIRED;
        reminder.nextAttemptAt = now;
        reminder.createdAt = now;
        reminder.updatedAt = now;
        return reminder;
    }
}
