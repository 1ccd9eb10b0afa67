package io.scriptorium.dashboard.reminderstats;

import java.time.Instant;
import java.util.UUID;

/** What is counted of {@code payments.reminder.changes}. */
record ReminderState(
        UUID id,
        UUID websiteId,
        String kind,
        UUID configId,
        String status,
        String outcome,
        Boolean byEmail,
        Boolean byNotification,
        Instant sentAt) {}
