package io.scriptorium.dashboard.specialorderstats;

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
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How special orders develop: of those that were created within the period, what has become of them by now.
 *
 * @param totalRevenue the value of those that are completed; so everywhere here
 * @param avgCompletionDays from creation to completion, the mean over those that are completed
 * @param conversionRate what percentage has been approved
 * @param monthlyTrends one entry for each month of the period, by the days that lie within it
 * @param weeklyTrends the same by weeks, which begin on Monday
 * @param predefinedBreakdown by name, at most 100, those of most orders first
 * @param compare the first five numbers of the span before; only if asked for
 */
public record SpecialOrderAnalyticsView(
        long count,
        long completed,
        BigDecimal totalRevenue,
        BigDecimal avgCompletionDays,
        BigDecimal conversionRate,
        List<MonthView> monthlyTrends,
        List<WeekView> weeklyTrends,
        List<SpecialOrdersView.TypeView> typeBreakdown,
        List<StatusTrendView> statusTrends,
        List<PredefinedTypeView> predefinedBreakdown,
        String currency,
        List<String> otherCurrencies,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /** @param month its first day */
    public record MonthView(LocalDate month, long count, long completed, BigDecimal totalRevenue) {}

    /** @param week its Monday */
    public record WeekView(LocalDate week, long count, long completed, BigDecimal totalRevenue) {}

    /** @param month its first day */
    public record StatusTrendView(LocalDate month, String status, long count) {}

    public record PredefinedTypeView(String predefinedType, long count, long completed, BigDecimal totalRevenue) {}

    private record Outcome(
            long count,
            long completed,
            BigDecimal totalRevenue,
            BigDecimal avgCompletionDays,
            BigDecimal conversionRate) {}

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    static SpecialOrderAnalyticsView of(OrderAnalytics numbers, Question question, Instant asOf) {
        Outcome outcome = outcome(numbers, false);
        return new SpecialOrderAnalyticsView(
                outcome.count(),
                outcome.completed(),
                outcome.totalRevenue(),
                outcome.avgCompletionDays(),
                outcome.conversionRate(),
                trend(question, Grain::monthOf, numbers.months())
                        .map(part -> new MonthView(
                                part.start(), part.orders(), part.completed(), Amounts.of(part.revenue())))
                        .toList(),
                trend(question, Grain::weekOf, numbers.weeks())
                        .map(part ->
                                new WeekView(part.start(), part.orders(), part.completed(), Amounts.of(part.revenue())))
                        .toList(),
                named(numbers.types())
                        .map(type -> new SpecialOrdersView.TypeView(
                                type.name(), type.orders(), type.completed(), Amounts.of(type.revenue())))
                        .toList(),
                numbers.statuses().stream()
                        .sorted(Comparator.comparing(OrderAnalytics.Status::month)
                                .thenComparing(OrderAnalytics.Status::status))
                        .map(status -> new StatusTrendView(status.month(), status.status(), status.orders()))
                        .toList(),
                named(numbers.predefined())
                        .map(type -> new PredefinedTypeView(
                                type.name(), type.orders(), type.completed(), Amounts.of(type.revenue())))
                        .toList(),
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                question.period(),
                question.compare(outcome, outcome(numbers, true)),
                asOf,
                question.scope().view());
    }

    private static Outcome outcome(OrderAnalytics numbers, boolean earlier) {
        return numbers.totals().stream()
                .filter(total -> total.earlier() == earlier)
                .findFirst()
                .map(total -> new Outcome(
                        total.orders(),
                        total.completed(),
                        Amounts.of(total.revenue()),
                        Amounts.mean(total.completionSeconds(), SECONDS_A_DAY, total.completed()),
                        Amounts.percentage(total.approved(), total.orders())))
                .orElse(new Outcome(0, 0, Amounts.NONE, Amounts.NONE, Amounts.NONE));
    }

    /** With noughts where nothing was. */
    private static Stream<OrderAnalytics.Part> trend(
            Question question, UnaryOperator<LocalDate> grain, List<OrderAnalytics.Part> parts) {
        Map<LocalDate, OrderAnalytics.Part> found =
                parts.stream().collect(Collectors.toMap(OrderAnalytics.Part::start, Function.identity()));
        return question.span()
                .days()
                .map(grain)
                .distinct()
                .map(start -> found.getOrDefault(start, new OrderAnalytics.Part(start, 0, 0, BigDecimal.ZERO)));
    }

    private static Stream<OrderAnalytics.Named> named(List<OrderAnalytics.Named> named) {
        return named.stream()
                .sorted(Comparator.comparingLong(OrderAnalytics.Named::orders)
                        .reversed()
                        .thenComparing(OrderAnalytics.Named::name));
    }
}
