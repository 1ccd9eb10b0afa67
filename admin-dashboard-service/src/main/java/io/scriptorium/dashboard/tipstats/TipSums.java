package io.scriptorium.dashboard.tipstats;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Some tips, added up. Amounts are of the chosen currency.
 *
 * @param name of the group, if it has one; so too the {@code start} of its day, week or month, and whether it is of the
 *     {@code earlier} span
 * @param tips of every currency
 * @param percentage the sum of the writers' percentages, where it is needed
 * @param refunded of the amount, where it is needed; so too of the earning
 */
record TipSums(
        String name,
        LocalDate start,
        Boolean earlier,
        long tips,
        long tipsInCurrency,
        BigDecimal amount,
        BigDecimal earning,
        BigDecimal profit,
        BigDecimal percentage,
        BigDecimal refunded,
        BigDecimal earningRefunded) {
    static final TipSums NONE = new TipSums(
            null,
            null,
            null,
            0,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    /** Those of the span that was asked for, or of the one before. */
    static TipSums of(List<TipSums> sums, boolean earlier) {
        return sums.stream().filter(sum -> sum.earlier() == earlier).findFirst().orElse(NONE);
    }
}
