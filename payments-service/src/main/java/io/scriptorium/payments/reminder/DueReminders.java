package io.scriptorium.payments.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.payments.reminderconfig.ReminderConfigService;
import io.scriptorium.payments.reminderconfig.ReminderConfigView;
import io.scriptorium.payments.website.WebsiteService;
import io.scriptorium.payments.website.WebsiteView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The first of three steps, record, send, confirm: finds the payments about which something is due, and records what is
 * to be sent.
 *
 * <p>A batch is one transaction that holds the schedules' row locks: payments that somebody else holds are passed over.
 * While it lasts, a payment cannot stop being pending, since that removes its schedule; and configs cannot change. If the
 * process dies, the batch never was. That a config reminds of a payment once is a constraint of the table besides.
 *
 * <p>Locks are taken in this order: payment, schedules, plans, reminders.
 */
@ApplicationScoped
class DueReminders {
    private static final Logger LOG = Logger.getLogger(DueReminders.class);

    private final ReminderRepository reminders;
    private final ReminderConfigService configs;
    private final WebsiteService websites;
    private final ReminderTexts texts;
    private final Outbox outbox;
    private final ActingTenant acting;
    private final RemindersConfig settings;
    private final Clock clock;

    DueReminders(
            ReminderRepository reminders,
            ReminderConfigService configs,
            WebsiteService websites,
            ReminderTexts texts,
            Outbox outbox,
            ActingTenant acting,
            RemindersConfig settings,
            Clock clock) {
        this.reminders = reminders;
        this.configs = configs;
        this.websites = websites;
        this.texts = texts;
        this.outbox = outbox;
        this.acting = acting;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a batch found.
     *
     * @param payments how many were looked at
     * @param expired those that have not been paid in time; this process has them in hand for the length of a lease
     */
    record Found(int payments, List<Expired> expired) {}

    record Expired(UUID payment, UUID website) {}

    /** One batch. When it fails, its payments are taken one by one, and one that fails alone is put off. */
    Found record() {
        Instant now = clock.instant();
        try {
            return inTransaction(() -> record(reminders.claimDue(now, settings.batchSize()), now));
        } catch (RuntimeException together) {
            List<UUID> due = inTransaction(() -> reminders.dueNow(now, settings.batchSize()));
            if (due.isEmpty()) {
                throw together;
            }
            LOG.warnf("Reminders of %d payments are recorded one by one: %s", due.size(), together.getClass());
            List<Expired> expired = new ArrayList<>();
            due.forEach(payment -> expired.addAll(recordAlone(payment, now).expired()));
            return new Found(due.size(), expired);
        }
    }

    private Found recordAlone(UUID payment, Instant now) {
        try {
            return inTransaction(
                    () -> record(reminders.claimDue(payment, now).map(List::of).orElse(List.of()), now));
        } catch (RuntimeException alone) {
            LOG.errorf(alone, "The reminders of payment %s could not be recorded; put off", payment);
            inTransaction(() -> {
                reminders
                        .claimDue(payment, now)
                        .ifPresent(schedule -> schedule.nextActionAt = now.plus(settings.lease()));
                return null;
            });
            return new Found(1, List.of());
        }
    }

    private Found record(List<ReminderSchedule> due, Instant now) {
        Set<UUID> ofWebsites = due.stream().map(ReminderSchedule::websiteId).collect(Collectors.toSet());
        reminders.sharePlans(ofWebsites);
        Map<UUID, List<ReminderConfigView>> active =
                configs.active(ofWebsites).stream().collect(Collectors.groupingBy(ReminderConfigView::websiteId));
        Map<UUID, WebsiteView> known = ofWebsites.stream()
                .flatMap(website -> websites.find(website).stream())
                .collect(Collectors.toMap(WebsiteView::id, Function.identity()));
        Map<UUID, Set<UUID>> recorded = reminders.recordedConfigs(
                due.stream().map(schedule -> schedule.paymentId).toList());
        List<Reminder> made = new ArrayList<>();
        List<Expired> expired = new ArrayList<>();
        for (ReminderSchedule schedule : due) {
            Optional<WebsiteView> website = Optional.ofNullable(known.get(schedule.websiteId()));
            if (website.isEmpty()) {
                // Its change has not arrived yet: wait, and do not guess.
                schedule.nextActionAt = now.plus(settings.unknownPause());
                continue;
            }
            ReminderTimes.Step step = new ReminderTimes(
                            schedule.createdAt,
                            schedule.dueAt,
                            active.getOrDefault(schedule.websiteId(), List.of()),
                            settings.grace())
                    .step(now, recorded.getOrDefault(schedule.paymentId, Set.of()));
            step.skip().forEach(config -> made.add(skipped(schedule, config, website.get(), now)));
            if (step.send() != null) {
                made.add(reminder(schedule, step.send(), website.get(), now));
            }
            if (step.expire()) {
                expired.add(new Expired(schedule.paymentId, schedule.websiteId()));
            }
            schedule.nextActionAt = step.expire() ? now.plus(settings.lease()) : step.next();
        }
        made.forEach(reminders::add);
        reminders.flush();
        made.forEach(reminder -> outbox.append(ReminderChange.changed(reminder)));
        return new Found(due.size(), expired);
    }

    private Reminder skipped(ReminderSchedule schedule, ReminderConfigView config, WebsiteView website, Instant now) {
        Reminder reminder = reminder(schedule, config, website, now);
        reminder.skipped("its time passed before it could be sent, and the next one was due", now);
        return reminder;
    }

    private Reminder reminder(ReminderSchedule schedule, ReminderConfigView config, WebsiteView website, Instant now) {
        Reminder reminder = new Reminder();
        reminder.tenant = schedule.tenant;
        reminder.paymentId = schedule.paymentId;
        reminder.clientId = schedule.clientId;
        reminder.kind = ReminderKind.REMINDER;
        reminder.configId = config.id();
        reminder.byEmail = config.byEmail();
        reminder.byNotification = config.byNotification();
        texts.write(reminder, config.emailSubject(), config.message(), schedule, website);
        reminder.status = ReminderStatus.PENDING;
        reminder.outcome = ReminderOutcome.OPEN;
        reminder.nextAttemptAt = now;
        reminder.createdAt = now;
        reminder.updatedAt = now;
        return reminder;
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return acting.as(
                WebsiteTenant.ALL, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
