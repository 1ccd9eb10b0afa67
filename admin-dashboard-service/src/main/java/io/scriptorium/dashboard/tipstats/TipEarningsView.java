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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What completed tips have brought to whom, by the day of the tip's creation.
 *
 * @param monthly one entry for each month that has any, by the days that lie within the period
 * @param compare the same of the span before; only if asked for
 */
public record TipEarningsView(
        OverallView overall,
        List<LevelView> byLevel,
        List<TypeView> byType,
        List<MonthView> monthly,
        String currency,
        List<String> otherCurrencies,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /**
     * @param totalTipAmount before refunds; so too the earnings and the profit
     * @param platformProfitPercentage of the amount, before refunds
     * @param totalRefunded what clients got back
     * @param writerEarningsRefunded the writers' part of that
     * @param netWriterEarnings the earnings less the writers' part of refunds
     * @param netPlatformProfit the profit less the platform's part of refunds
     */
    public record OverallView(
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit,
            BigDecimal avgTipAmount,
            BigDecimal platformProfitPercentage,
            BigDecimal totalRefunded,
            BigDecimal writerEarningsRefunded,
            BigDecimal netWriterEarnings,
            BigDecimal netPlatformProfit) {
        static OverallView of(TipSums sums) {
            return new OverallView(
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()),
                    Amounts.mean(sums.amount(), sums.tipsInCurrency()),
                    Amounts.percentage(sums.profit(), sums.amount()),
                    Amounts.of(sums.refunded()),
                    Amounts.of(sums.earningRefunded()),
                    Amounts.of(sums.earning().subtract(sums.earningRefunded())),
                    Amounts.of(sums.profit().subtract(sums.refunded()).add(sums.earningRefunded())));
        }
    }

    public record LevelView(
            String level,
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit) {
        static LevelView of(TipSums sums) {
            return new LevelView(
                    sums.name(),
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    public record TypeView(
            String tipType,
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit) {
        static TypeView of(TipSums sums) {
            return new TypeView(
                    sums.name(),
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    /** @param month its first day */
    public record MonthView(
            LocalDate month,
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit) {
        static MonthView of(TipSums sums) {
            return new MonthView(
                    sums.start(),
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    static TipEarningsView of(TipEarnings numbers, Question question, Instant asOf) {
        OverallView overall = OverallView.of(TipSums.of(numbers.overall(), false));
        return new TipEarningsView(
                overall,
                TipGroups.byName(numbers.levels(), LevelView::of),
                TipGroups.byName(numbers.types(), TypeView::of),
                numbers.months().stream()
                        .sorted(Comparator.comparing(TipSums::start))
                        .map(MonthView::of)
                        .toList(),
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                question.period(),
                question.compare(overall, OverallView.of(TipSums.of(numbers.overall(), true))),
                asOf,
                question.scope().view());
    }
}
