package io.scriptorium.writers.earning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a writer earned in a pay period. Amounts are in the website's currency, with two decimals.
 *
 * @param paymentSchedule as it was when the first of it was counted
 * @param periodStart the first day, in UTC
 * @param periodEnd the last day, included
 * @param totalEarnings orders and tips together, less what was refunded or undone
 * @param tips of that, the tips
 * @param orders of that, the completed orders
 */
public record EarningView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        PaySchedule paymentSchedule,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal totalEarnings,
        BigDecimal tips,
        BigDecimal orders,
        int ordersCompleted,
        Instant createdAt,
        Instant updatedAt) {

    static EarningView of(Earning earning) {
        return new EarningView(
                earning.id,
                UUID.fromString(earning.tenant),
                earning.writerId,
                earning.period.paymentSchedule(),
                earning.period.periodStart(),
                earning.period.periodEnd(),
                earning.totalEarnings,
                earning.tips,
                earning.totalEarnings.subtract(earning.tips),
                earning.ordersCompleted,
                earning.createdAt,
                earning.updatedAt);
    }
}
