package io.scriptorium.dashboard.userstats;

import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/** What is counted of {@code writers.account.changes}. */
record AccountState(UUID id, UUID websiteId, Role role, Boolean suspended, Instant createdAt) {}
