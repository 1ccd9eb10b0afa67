package io.scriptorium.dashboard.reminderstats;

import java.util.UUID;

/** What is counted of {@code payments.deletion-message.changes}. */
record DeletionMessageState(UUID id, UUID websiteId, Boolean isActive) {}
