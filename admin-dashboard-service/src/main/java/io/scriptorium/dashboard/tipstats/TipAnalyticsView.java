package io.scriptorium.dashboard.tipstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.Grain;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How tips develop, by the day of their creation: every tip of the period, whatever became of its payment, as it was
 * before any refund.
 *
 * @param summary of the whole period
 * @param trends one entry for each month, week and day of the period, by the days that lie within it
 * @param topPerformers by completed tips only
 * @param compare the summary of the span before; only if asked for
 */
public record TipAnalyticsView(
        PeriodView period,
        TipsView.RecentView summary,
        TrendsView trends,
        BreakdownsView breakdowns,
        TopPerformersView topPerformers,
        String currency,
        List<String> otherCurrencies,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    public record TrendsView(List<MonthView> monthly, List<WeekView> weekly, List<DayView> daily) {}

    /** @param month its first day */
    public record MonthView(
            LocalDate month, long count, BigDecimal totalAmount, BigDecimal writerEarnings, BigDecimal platformProfit) {
        static MonthView of(LocalDate month, TipSums sums) {
            return new MonthView(
                    month,
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    /** @param week its Monday */
    public record WeekView(
            LocalDate week, long count, BigDecimal totalAmount, BigDecimal writerEarnings, BigDecimal platformProfit) {
        static WeekView of(LocalDate week, TipSums sums) {
            return new WeekView(
                    week,
                    sums.tips(),
                    Amounts.of(sums.amount()),
                    Amounts.of(sums.earning()),
                    Amounts.of(sums.profit()));
        }
    }

    public record DayView(
            LocalDate day, long count, BigDecimal totalAmount, BigDecimal writerEarnings, BigDecimal platformProfit) {
        static DayView of(LocalDate day, TipSums sums) {
            return new DayView(
                    day, sums.tips(), Amounts.of(sums.amount()), Amounts.of(sums.earning()), Amounts.of(sums.profit()));
        }
    }

    public record BreakdownsView(List<TipsView.TypeView> byType, List<TipsView.LevelView> byLevel) {}

    /** The ten of the highest amounts each, among the fifty highest of each month that the period touches. */
    public record TopPerformersView(List<WriterView> writers, List<ClientView> clients) {}

    /** @param writerId the writer's account */
    public record WriterView(UUID writerId, long count, BigDecimal totalAmount, BigDecimal writerEarnings) {}

    /** @param clientId the client's account */
    public record ClientView(UUID clientId, long count, BigDecimal totalAmount) {}

    static TipAnalyticsView of(TipAnalytics numbers, Question question, Instant asOf) {
        long days = question.span().length();
        TipsView.RecentView summary = TipsView.RecentView.of(days, TipSums.of(numbers.totals(), false));
        return new TipAnalyticsView(
                question.period(),
                summary,
                new TrendsView(
                        TipGroups.byStart(question.span().days().map(Grain::monthOf), numbers.months(), MonthView::of),
                        TipGroups.byStart(question.span().days().map(Grain::weekOf), numbers.weeks(), WeekView::of),
                        TipGroups.byStart(question.span().days(), numbers.days(), DayView::of)),
                new BreakdownsView(
                        TipGroups.byName(numbers.types(), TipsView.TypeView::of),
                        TipGroups.byName(numbers.levels(), TipsView.LevelView::of)),
                new TopPerformersView(
                        best(numbers, "writer")
                                .map(best -> new WriterView(
                                        best.accountId(),
                                        best.tips(),
                                        Amounts.of(best.amount()),
                                        Amounts.of(best.earning())))
                                .toList(),
                        best(numbers, "client")
                                .map(best -> new ClientView(best.accountId(), best.tips(), Amounts.of(best.amount())))
                                .toList()),
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                question.compare(summary, TipsView.RecentView.of(days, TipSums.of(numbers.totals(), true))),
                asOf,
                question.scope().view());
    }

    private static Stream<TipAnalytics.Performer> best(TipAnalytics numbers, String role) {
        return numbers.performers().stream()
                .filter(performer -> performer.role().equals(role))
                .sorted(Comparator.comparingInt(TipAnalytics.Performer::rank));
    }
}
