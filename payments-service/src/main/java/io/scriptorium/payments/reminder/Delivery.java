package io.scriptorium.payments.reminder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.payments.contact.ContactService;
import io.scriptorium.payments.contact.ContactView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The second and the third step: sends what is recorded, and confirms it.
 *
 * <p>A claim moves {@code next_attempt_at} on by a lease, so that nobody else sends the same meanwhile. If the process
 * dies after the claim, the reminder is claimed again when the lease has run out, by any replica. If it dies after the
 * mail server took the mail and before the confirmation, the mail is sent twice, with one Message-ID: SMTP offers no
 * better (ADR 022). Each mail is confirmed as soon as it is taken, so that no more than those under way can be doubled.
 */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final ReminderRepository reminders;
    private final ContactService contacts;
    private final ReminderTexts texts;
    private final Post post;
    private final Outbox outbox;
    private final ActingTenant acting;
    private final RemindersConfig settings;
    private final MeterRegistry metrics;
    private final Clock clock;

    Delivery(
            ReminderRepository reminders,
            ContactService contacts,
            ReminderTexts texts,
            Post post,
            Outbox outbox,
            ActingTenant acting,
            RemindersConfig settings,
            MeterRegistry metrics,
            Clock clock) {
        this.reminders = reminders;
        this.contacts = contacts;
        this.texts = texts;
        this.post = post;
        this.outbox = outbox;
        this.acting = acting;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * One that this process has in hand until then.
     *
     * @param letter null when it is a notification alone
     */
    record Claimed(UUID reminder, Letter letter, int attempt, Instant until) {}

    /** @param reminders how many were looked at: some of them need no delivery any more, or not yet */
    record Claim(int reminders, List<Claimed> claimed) {}

    Claim claim() {
        return inTransaction(() -> {
            Instant now = clock.instant();
            List<Reminder> due = reminders.claimDeliverable(now, settings.batchSize());
            if (due.isEmpty()) {
                return new Claim(0, List.of());
            }
            List<UUID> payments =
                    due.stream().map(reminder -> reminder.paymentId).distinct().toList();
            Set<UUID> pending = reminders.scheduled(payments);
            Map<UUID, Instant> latest = reminders.latestReminders(payments);
            Map<UUID, ContactView> known = contacts.find(
                    due.stream().map(reminder -> reminder.clientId).distinct().toList());
            List<Claimed> claimed = new ArrayList<>();
            List<Reminder> ended = new ArrayList<>();
            for (Reminder reminder : due) {
                Optional<String> pointless = pointless(reminder, pending, latest);
                if (pointless.isPresent()) {
                    reminder.skipped(pointless.get(), now);
                    ended.add(reminder);
                } else if (reminder.byEmail && !known.containsKey(reminder.clientId)) {
                    waitForAddress(reminder, now);
                    if (!reminder.isPending()) {
                        ended.add(reminder);
                    }
                } else {
                    reminder.attempts++;
                    reminder.nextAttemptAt = now.plus(settings.lease());
                    claimed.add(new Claimed(
                            reminder.id,
                            letter(reminder, known.get(reminder.clientId)),
                            reminder.attempts,
                            reminder.nextAttemptAt));
                }
            }
            published(ended);
            return new Claim(due.size(), claimed);
        });
    }

    /** Sends and confirms one; what has waited too long in this process is left to whoever claims it next. */
    void deliver(Claimed claimed) {
        if (claimed.letter() != null) {
            if (clock.instant().plus(settings.sendTimeout()).isAfter(claimed.until())) {
                return;
            }
            try {
                post.send(claimed.letter());
            } catch (PostFailure failure) {
                change(claimed.reminder(), reminder -> putOff(reminder, failure));
                return;
            }
        }
        change(claimed.reminder(), reminder -> reminder.sent(clock.instant()));
    }

    private static Optional<String> pointless(Reminder reminder, Set<UUID> pending, Map<UUID, Instant> latest) {
        if (reminder.kind == ReminderKind.DELETION) {
            return Optional.empty();
        }
        if (!pending.contains(reminder.paymentId)) {
            return Optional.of("the payment was not pending any more");
        }
        return latest.get(reminder.paymentId).isAfter(reminder.createdAt)
                ? Optional.of("the next one was due before it could be sent")
                : Optional.empty();
    }

    private void waitForAddress(Reminder reminder, Instant now) {
        if (reminder.createdAt.plus(settings.unknownAtMost()).isBefore(now)) {
            reminder.failed("no address of the client has become known", now);
        } else {
            reminder.reason = "the client's address is not known yet";
            reminder.nextAttemptAt = now.plus(settings.unknownPause());
        }
    }

    private Letter letter(Reminder reminder, ContactView contact) {
        return reminder.byEmail ? texts.letter(reminder, contact.fullName(), contact.email()) : null;
    }

    private void putOff(Reminder reminder, PostFailure failure) {
        Instant now = clock.instant();
        if (failure.isPermanent() || reminder.attempts >= settings.maxAttempts()) {
            LOG.warnf(
                    "Reminder %s is given up after %d attempts: %s",
                    reminder.id, reminder.attempts, failure.getMessage());
            reminder.failed(failure.getMessage(), now);
        } else {
            counted("retried");
            reminder.reason = failure.getMessage();
            reminder.nextAttemptAt = now.plus(pause(reminder.attempts));
        }
    }

    /** Doubled after each attempt. */
    private Duration pause(int attempts) {
        Duration pause = settings.backOffMin();
        for (int i = 1; i < attempts && pause.compareTo(settings.backOffMax()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(settings.backOffMax()) < 0 ? pause : settings.backOffMax();
    }

    /** Nothing happens to one that somebody else has confirmed meanwhile. */
    private void change(UUID id, Consumer<Reminder> change) {
        inTransaction(() -> {
            reminders.lockedIfPending(id).ifPresent(reminder -> {
                change.accept(reminder);
                if (!reminder.isPending()) {
                    published(List.of(reminder));
                }
            });
            return null;
        });
    }

    private void published(List<Reminder> ended) {
        reminders.flush();
        ended.forEach(reminder -> {
            outbox.append(ReminderChange.changed(reminder));
            counted(reminder.status.wireName());
        });
    }

    private void counted(String result) {
        Counter.builder("reminders")
                .description("Reminders by what became of them; retried: attempts that are repeated")
                .tag("result", result)
                .register(metrics)
                .increment();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return acting.as(
                WebsiteTenant.ALL, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
