package io.scriptorium.dashboard.reminderstats;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What one statement found. */
record ReminderNumbers(
        List<Configs> configs,
        List<Messages> messages,
        List<Total> totals,
        long recent,
        List<Day> days,
        List<ByConfig> byConfig) {
    ReminderNumbers {
        configs = configs == null ? List.of() : configs;
        messages = messages == null ? List.of() : messages;
        totals = totals == null ? List.of() : totals;
        days = days == null ? List.of() : days;
        byConfig = byConfig == null ? List.of() : byConfig;
    }

    record Configs(boolean active, long configs) {}

    record Messages(boolean active, long messages) {}

    record Total(String kind, String status, String outcome, long reminders, long byEmail, long byNotification) {}

    record Day(LocalDate day, String kind, long sent, long byEmail, long byNotification) {}

    /** @param name null, as the two beside it, when the configuration itself was not seen here yet */
    record ByConfig(
            UUID configId,
            UUID websiteId,
            String name,
            Integer deadlinePercentage,
            boolean active,
            long sent,
            long paid,
            long expired,
            long open) {}
}
