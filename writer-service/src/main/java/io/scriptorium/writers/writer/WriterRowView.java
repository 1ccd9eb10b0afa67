package io.scriptorium.writers.writer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A writer in a list: what a table's row shows. */
public record WriterRowView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        String registrationId,
        String penName,
        UUID levelId,
        String levelName,
        WriterStatus status,
        boolean isActive,
        boolean isAvailableForAutoAssignments,
        BigDecimal rating,
        int reviews,
        int completedOrders,
        int activeOrders,
        BigDecimal totalEarnings,
        boolean verified,
        Instant createdAt,
        Instant lastActiveAt,
        long version) {}
