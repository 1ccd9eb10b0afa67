package io.scriptorium.payments.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.payments.reminderconfig.ReminderConfigService;
import io.scriptorium.payments.reminderconfig.ReminderConfigView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * After a website's configs have changed: says of each of its pending payments anew when there is something to do, a
 * page at a time, so that a million of them hold up nobody. How far it came is kept with each page.
 */
@ApplicationScoped
class Replanning {
    private static final int PAGE = 1_000;

    private final ReminderRepository reminders;
    private final ReminderConfigService configs;
    private final ActingTenant acting;
    private final RemindersConfig settings;
    private final Clock clock;

    Replanning(
            ReminderRepository reminders,
            ReminderConfigService configs,
            ActingTenant acting,
            RemindersConfig settings,
            Clock clock) {
        this.reminders = reminders;
        this.configs = configs;
        this.acting = acting;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there was a page to do */
    boolean page() {
        return acting.as(
                WebsiteTenant.ALL,
                () -> QuarkusTransaction.requiringNew()
                        .call(() ->
                                reminders.claimOutdatedPlan().map(this::page).isPresent()));
    }

    private ReminderPlan page(ReminderPlan plan) {
        Instant now = clock.instant();
        List<ReminderConfigView> active = configs.active(Set.of(plan.websiteId));
        List<ReminderSchedule> schedules = reminders.claimOf(plan.websiteId, plan.outdatedAfter, PAGE);
        Map<UUID, Set<UUID>> recorded = reminders.recordedConfigs(
                schedules.stream().map(schedule -> schedule.paymentId).toList());
        schedules.forEach(schedule ->
                schedule.nextActionAt = new ReminderTimes(schedule.createdAt, schedule.dueAt, active, settings.grace())
                        .next(now, recorded.getOrDefault(schedule.paymentId, Set.of())));
        plan.outdatedAfter = schedules.size() < PAGE ? null : schedules.get(PAGE - 1).paymentId;
        return plan;
    }
}
