package io.scriptorium.payments.reminder;

import io.scriptorium.payments.reminderconfig.ReminderConfigView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * When a payment's reminders are due, and when it expires.
 *
 * @param configs those in use on its website, by their percentage
 * @param grace how long after the due date it can still be paid on a website that reminds on the due date itself (100 %)
 */
record ReminderTimes(Instant createdAt, Instant dueAt, List<ReminderConfigView> configs, Duration grace) {
    /**
     * What is to be done about the payment now.
     *
     * @param send null when nothing is to be sent
     * @param skip whose time passed without anybody doing anything, and whose successor is due already
     * @param expire whether it has not been paid in time
     * @param next when there will be something to do; null when it expires
     */
    record Step(ReminderConfigView send, List<ReminderConfigView> skip, boolean expire, Instant next) {
        boolean isNothing() {
            return send == null && skip.isEmpty() && !expire;
        }
    }

    /** @param recorded the configs by which there is a reminder of this payment, sent or not */
    Step step(Instant now, Collection<UUID> recorded) {
        boolean expire = !now.isBefore(expiresAt());
        ReminderConfigView latest = null;
        Instant next = expiresAt();
        List<ReminderConfigView> missing = new ArrayList<>();
        for (ReminderConfigView config : configs) {
            Instant moment = moment(config.deadlinePercentage());
            boolean isRecorded = recorded.contains(config.id());
            if (!moment.isAfter(now)) {
                latest = config;
                if (!isRecorded) {
                    missing.add(config);
                }
            } else if (!isRecorded && moment.isBefore(next)) {
                next = moment;
            }
        }
        ReminderConfigView send = !expire && latest != null && missing.contains(latest) ? latest : null;
        missing.remove(send);
        return new Step(send, missing, expire, expire ? null : next);
    }

    /** When to look at the payment next, were nothing done now. */
    Instant next(Instant now, Collection<UUID> recorded) {
        Step step = step(now, recorded);
        return step.isNothing() ? step.next() : now;
    }

    /** A payment that is made after its due date has no time to share: all its moments are then. */
    Instant moment(int percentage) {
        if (!dueAt.isAfter(createdAt)) {
            return dueAt;
        }
        return createdAt
                .plus(Duration.between(createdAt, dueAt)
                        .multipliedBy(percentage)
                        .dividedBy(100))
                .truncatedTo(ChronoUnit.MICROS);
    }

    Instant expiresAt() {
        boolean remindsWhenDue = configs.stream().anyMatch(config -> config.deadlinePercentage() == 100);
        return remindsWhenDue ? dueAt.plus(grace) : dueAt;
    }
}
