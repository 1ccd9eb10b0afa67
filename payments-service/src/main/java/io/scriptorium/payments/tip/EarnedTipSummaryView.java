package io.scriptorium.payments.tip;

import java.math.BigDecimal;
import java.util.List;

/** @param count of all of the writer's tips that the filters let through, whatever their payment status */
public record EarnedTipSummaryView(long count, List<Amounts> amounts) {
    /** Of one currency. */
    public record Amounts(String currency, long count, BigDecimal writerEarning, BigDecimal writerEarningRefunded) {}

    static EarnedTipSummaryView of(List<Amounts> amounts) {
        return new EarnedTipSummaryView(
                amounts.stream().mapToLong(Amounts::count).sum(), amounts);
    }
}
