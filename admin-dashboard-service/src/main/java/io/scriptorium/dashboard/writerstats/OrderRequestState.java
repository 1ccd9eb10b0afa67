package io.scriptorium.dashboard.writerstats;

import java.time.Instant;
import java.util.UUID;

/** What is counted of {@code writers.order-request.changes}. */
record OrderRequestState(UUID id, UUID websiteId, String status, Instant requestedAt, Instant decidedAt) {}
