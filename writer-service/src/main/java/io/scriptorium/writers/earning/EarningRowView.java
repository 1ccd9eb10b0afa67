package io.scriptorium.writers.earning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What a writer earned in a pay period, in a list. */
public record EarningRowView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal totalEarnings,
        BigDecimal tips,
        int ordersCompleted) {

    /** As a query selects it. */
    EarningRowView(
            UUID id,
            String tenant,
            UUID writerId,
            LocalDate periodStart,
            LocalDate periodEnd,
            BigDecimal totalEarnings,
            BigDecimal tips,
            int ordersCompleted) {
        this(id, UUID.fromString(tenant), writerId, periodStart, periodEnd, totalEarnings, tips, ordersCompleted);
    }
}
