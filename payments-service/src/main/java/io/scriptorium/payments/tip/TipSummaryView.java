package io.scriptorium.payments.tip;

import java.math.BigDecimal;
import java.util.List;

/** @param count of all tips that the filters let through, whatever their payment status */
public record TipSummaryView(long count, List<Amounts> amounts) {
    /** Of one currency. */
    public record Amounts(
            String currency,
            long count,
            BigDecimal amount,
            BigDecimal writerEarning,
            BigDecimal platformProfit,
            BigDecimal refundedAmount,
            BigDecimal writerEarningRefunded) {}

    static TipSummaryView of(List<Amounts> amounts) {
        return new TipSummaryView(amounts.stream().mapToLong(Amounts::count).sum(), amounts);
    }
}
