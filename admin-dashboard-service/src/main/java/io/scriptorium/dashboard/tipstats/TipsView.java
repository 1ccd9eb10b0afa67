package io.scriptorium.dashboard.tipstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The tips dashboard: every tip, whatever became of its payment, as it was before any refund. Amounts are in
 * {@code currency}; counts count tips of every currency.
 *
 * @param recentSummary of the tips that were created within the period
 * @param paymentStatus how many tips have which
 * @param levelBreakdown by the name of the writer's level when the tip was given; empty for none
 * @param otherCurrencies those that there are besides
 * @param compare the recent summary of the span before; only if asked for
 */
public record TipsView(
        SummaryView summary,
        RecentView recentSummary,
        PaymentStatusView paymentStatus,
        List<TypeView> typeBreakdown,
        List<StatusView> paymentStatusBreakdown,
        List<LevelView> levelBreakdown,
        String currency,
        List<String> otherCurrencies,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /**
     * @param avgTipAmount over the tips in the currency
     * @param avgWriterPercentage over all tips
     */
    public record SummaryView(
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit,
            BigDecimal avgTipAmount,
            BigDecimal avgWriterPercentage) {}

    /** @param days how long the period is */
    public record RecentView(
            long days,
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit,
            BigDecimal avgTipAmount) {
        static RecentView of(long days, TipSums sums) {
            return new RecentView(
                    days,
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()),
                    Amounts.mean(sums.amount(), sums.tipsInCurrency()));
        }
    }

    public record PaymentStatusView(long pending, long processing, long completed, long failed) {}

    public record TypeView(
            String tipType, long count, BigDecimal totalAmount, BigDecimal writerEarnings, BigDecimal platformProfit) {
        static TypeView of(TipSums sums) {
            return new TypeView(
                    sums.name(),
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    public record StatusView(
            String paymentStatus,
            long count,
            BigDecimal totalAmount,
            BigDecimal writerEarnings,
            BigDecimal platformProfit) {
        static StatusView of(TipSums sums) {
            return new StatusView(
                    sums.name(),
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    public record LevelView(
            String level, long count, BigDecimal totalAmount, BigDecimal writerEarnings, BigDecimal platformProfit) {
        static LevelView of(TipSums sums) {
            return new LevelView(
                    sums.name(),
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    static TipsView of(TipSummary numbers, Question question, Instant asOf) {
        long days = question.span().length();
        RecentView recent = RecentView.of(days, TipSums.of(numbers.recent(), false));
        return new TipsView(
                summary(numbers.summary()),
                recent,
                new PaymentStatusView(
                        count(numbers, "pending"),
                        count(numbers, "processing"),
                        count(numbers, "completed"),
                        count(numbers, "failed")),
                TipGroups.byName(numbers.types(), TypeView::of),
                TipGroups.byName(numbers.statuses(), StatusView::of),
                TipGroups.byName(numbers.levels(), LevelView::of),
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                question.period(),
                question.compare(recent, RecentView.of(days, TipSums.of(numbers.recent(), true))),
                asOf,
                question.scope().view());
    }

    private static SummaryView summary(TipSums sums) {
        return new SummaryView(
                sums.tips(),
                Amounts.of(sums.amount()),
                Amounts.of(sums.earning()),
                Amounts.of(sums.profit()),
                Amounts.mean(sums.amount(), sums.tipsInCurrency()),
                Amounts.mean(sums.percentage(), sums.tips()));
    }

    private static long count(TipSummary numbers, String status) {
        return numbers.statuses().stream()
                .filter(sums -> sums.name().equals(status))
                .mapToLong(TipSums::tips)
                .sum();
    }
}
