package io.scriptorium.dashboard.reminderstats;

import java.util.UUID;

/** What is counted of {@code payments.reminder-config.changes}. */
record ReminderConfigState(UUID id, UUID websiteId, String name, Integer deadlinePercentage, Boolean isActive) {}
