package io.scriptorium.dashboard.specialorderstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The special orders dashboard. An order's value is what was approved, else what was estimated. Amounts are in
 * {@code currency}; counts count orders of every currency.
 *
 * @param recentSummary of the orders that were created within the period
 * @param otherCurrencies those that there are besides
 * @param compare the recent summary of the span before; only if asked for
 */
public record SpecialOrdersView(
        SummaryView summary,
        RecentView recentSummary,
        List<StatusView> statusBreakdown,
        List<TypeView> typeBreakdown,
        String currency,
        List<String> otherCurrencies,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /**
     * @param needsApproval await approval, and are not approved
     * @param needsEstimation estimated orders that are inquiries still, and have no cost yet
     * @param recentOrders created within the period
     * @param totalRevenue the value of completed orders
     * @param avgOrderValue the mean value of all orders that have one
     * @param pendingInstallments unpaid, of orders that are not cancelled
     */
    public record SummaryView(
            long totalOrders,
            long inquiryOrders,
            long awaitingApproval,
            long inProgress,
            long completed,
            long needsApproval,
            long needsEstimation,
            long recentOrders,
            BigDecimal totalRevenue,
            BigDecimal avgOrderValue,
            long pendingInstallments) {}

    /** @param totalRevenue the value of those that are completed */
    public record RecentView(long orders, long completed, BigDecimal totalRevenue) {}

    public record StatusView(String status, long count, BigDecimal totalValue) {}

    /** @param totalRevenue the value of those that are completed */
    public record TypeView(String orderType, long count, long completed, BigDecimal totalRevenue) {}

    static SpecialOrdersView of(OrderSummary numbers, Question question, Instant asOf) {
        RecentView recent = recent(numbers, false);
        return new SpecialOrdersView(
                summary(numbers, recent),
                recent,
                grouped(numbers, OrderSummary.Total::status, SpecialOrdersView::status, StatusView::count),
                grouped(numbers, OrderSummary.Total::orderType, SpecialOrdersView::type, TypeView::count),
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                question.period(),
                question.compare(recent, recent(numbers, true)),
                asOf,
                question.scope().view());
    }

    private static SummaryView summary(OrderSummary numbers, RecentView recent) {
        List<OrderSummary.Total> all = numbers.totals();
        return new SummaryView(
                orders(all),
                orders(all, "inquiry"),
                orders(all, "awaiting_approval"),
                orders(all, "in_progress"),
                orders(all, "completed"),
                sum(all, OrderSummary.Total::needsApproval),
                sum(all, OrderSummary.Total::needsEstimation),
                recent.orders(),
                revenue(all),
                Amounts.mean(value(all, total -> true), sum(all, OrderSummary.Total::valued)),
                numbers.pendingInstallments());
    }

    private static RecentView recent(OrderSummary numbers, boolean earlier) {
        return numbers.recent().stream()
                .filter(recent -> recent.earlier() == earlier)
                .findFirst()
                .map(recent -> new RecentView(recent.orders(), recent.completed(), Amounts.of(recent.revenue())))
                .orElse(new RecentView(0, 0, Amounts.NONE));
    }

    /** By name, those of most orders first. */
    private static <V> List<V> grouped(
            OrderSummary numbers,
            Function<OrderSummary.Total, String> name,
            Function<List<OrderSummary.Total>, V> view,
            ToLongFunction<V> count) {
        return numbers.totals().stream()
                .sorted(Comparator.comparing(name))
                .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(view)
                .sorted(Comparator.comparingLong(count).reversed())
                .toList();
    }

    private static StatusView status(List<OrderSummary.Total> ofOne) {
        return new StatusView(ofOne.get(0).status(), orders(ofOne), value(ofOne, total -> true));
    }

    private static TypeView type(List<OrderSummary.Total> ofOne) {
        return new TypeView(ofOne.get(0).orderType(), orders(ofOne), orders(ofOne, "completed"), revenue(ofOne));
    }

    private static long orders(List<OrderSummary.Total> totals) {
        return sum(totals, OrderSummary.Total::orders);
    }

    private static long orders(List<OrderSummary.Total> totals, String status) {
        return sum(
                totals.stream().filter(total -> total.status().equals(status)).toList(), OrderSummary.Total::orders);
    }

    private static BigDecimal revenue(List<OrderSummary.Total> totals) {
        return value(totals, total -> total.status().equals("completed"));
    }

    private static BigDecimal value(List<OrderSummary.Total> totals, Predicate<OrderSummary.Total> which) {
        return Amounts.of(
                totals.stream().filter(which).map(OrderSummary.Total::value).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static long sum(List<OrderSummary.Total> totals, ToLongFunction<OrderSummary.Total> number) {
        return totals.stream().mapToLong(number).sum();
    }
}
