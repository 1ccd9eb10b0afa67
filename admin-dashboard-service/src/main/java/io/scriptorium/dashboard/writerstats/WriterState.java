package io.scriptorium.dashboard.writerstats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What is counted of {@code writers.writer.changes}. */
record WriterState(
        UUID id,
        UUID websiteId,
        UUID writerId,
        String registrationId,
        String penName,
        Level level,
        String status,
        Boolean isAvailableForAutoAssignments,
        BigDecimal rating,
        Integer reviews,
        Integer completedOrders,
        Integer activeOrders,
        BigDecimal totalEarnings,
        Instant createdAt) {
    record Level(String name) {}
}
