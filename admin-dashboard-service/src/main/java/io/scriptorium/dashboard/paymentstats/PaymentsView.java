package io.scriptorium.dashboard.paymentstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.platform.Span;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The payments dashboard. Amounts are of one currency, counts of all. Days are UTC days.
 *
 * @param currency of every amount: that chosen, or that of most payments; null without payments
 * @param otherCurrencies those that there are besides
 * @param summary of all time
 * @param statusBreakdown the most frequent first; so is the next
 * @param paid what was paid lately, whatever days were asked for
 * @param recent what happened within the period
 * @param daily one entry for each day of the period, the earliest first
 * @param compare the numbers of {@code recent} in the span before; only if asked for
 * @param asOf when the numbers were read
 */
public record PaymentsView(
        String currency,
        List<String> otherCurrencies,
        Summary summary,
        List<StatusView> statusBreakdown,
        List<TypeView> typeBreakdown,
        Paid paid,
        Recent recent,
        List<DayView> daily,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /**
     * @param paidPayments those that were ever paid, also if they were refunded since
     * @param pendingPayments neither paid nor given up: pending or processing
     * @param refundedPayments refunded in part or as a whole
     * @param totalAmount of all payments, whatever their status
     * @param totalPaid the amounts of those that were ever paid
     * @param netRevenue paid less refunded
     * @param avgPayment the mean of those that were ever paid
     */
    public record Summary(
            long totalPayments,
            long paidPayments,
            long pendingPayments,
            long failedPayments,
            long cancelledPayments,
            long refundedPayments,
            BigDecimal totalAmount,
            BigDecimal pendingAmount,
            BigDecimal totalPaid,
            BigDecimal totalRefunded,
            BigDecimal netRevenue,
            BigDecimal avgPayment) {}

    public record StatusView(String status, long payments, BigDecimal amount, BigDecimal refunded) {}

    /** @param kind what they are for: an installment, a tip, an order */
    public record TypeView(
            String kind, long payments, long paid, BigDecimal amount, BigDecimal totalPaid, BigDecimal refunded) {}

    /**
     * @param thisWeek since Monday
     * @param twoWeeks since the Monday before
     * @param thisMonth since the first
     */
    public record Paid(PaidView today, PaidView thisWeek, PaidView twoWeeks, PaidView thisMonth) {}

    public record PaidView(long payments, BigDecimal amount) {}

    /**
     * @param payments created
     * @param revenue what was paid
     * @param refunded what was given back, whenever it was paid
     */
    public record Recent(
            long payments, long paid, long refunds, BigDecimal revenue, BigDecimal refunded, BigDecimal netRevenue) {}

    public record DayView(
            LocalDate day,
            long payments,
            long paid,
            long refunds,
            BigDecimal revenue,
            BigDecimal refunded,
            BigDecimal netRevenue) {}

    static PaymentsView of(PaymentNumbers numbers, Question question, Instant asOf) {
        Span span = question.span();
        return new PaymentsView(
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                summary(numbers.totals()),
                statusBreakdown(numbers.totals()),
                typeBreakdown(numbers.totals()),
                paid(numbers.paid()),
                recent(numbers.days(), span),
                daily(numbers.days(), span),
                question.period(),
                question.compare(recent(numbers.days(), span), recent(numbers.days(), span.before())),
                asOf,
                question.scope().view());
    }

    private static Summary summary(List<PaymentNumbers.Total> totals) {
        Predicate<PaymentNumbers.Total> pending = status("pending", "processing");
        BigDecimal paid = sum(totals, any -> true, PaymentNumbers.Total::paidAmount);
        BigDecimal refunded = sum(totals, any -> true, PaymentNumbers.Total::refunded);
        return new Summary(
                count(totals, any -> true),
                totals.stream().mapToLong(PaymentNumbers.Total::paid).sum(),
                count(totals, pending),
                count(totals, status("failed")),
                count(totals, status("cancelled")),
                count(totals, status("refunded", "partially_refunded")),
                sum(totals, any -> true, PaymentNumbers.Total::amount),
                sum(totals, pending, PaymentNumbers.Total::amount),
                paid,
                refunded,
                paid.subtract(refunded),
                Amounts.mean(
                        paid,
                        totals.stream()
                                .map(PaymentNumbers.Total::paidInCurrency)
                                .mapToLong(count -> count == null ? 0 : count)
                                .sum()));
    }

    private static Predicate<PaymentNumbers.Total> status(String... statuses) {
        return total -> List.of(statuses).contains(total.status());
    }

    private static long count(List<PaymentNumbers.Total> totals, Predicate<PaymentNumbers.Total> counted) {
        return totals.stream()
                .filter(counted)
                .mapToLong(PaymentNumbers.Total::payments)
                .sum();
    }

    private static BigDecimal sum(
            List<PaymentNumbers.Total> totals,
            Predicate<PaymentNumbers.Total> counted,
            Function<PaymentNumbers.Total, BigDecimal> amount) {
        return totals.stream().filter(counted).map(amount).map(Amounts::of).reduce(Amounts.NONE, BigDecimal::add);
    }

    private static List<StatusView> statusBreakdown(List<PaymentNumbers.Total> totals) {
        return totals.stream().collect(Collectors.groupingBy(PaymentNumbers.Total::status)).entrySet().stream()
                .map(ofOne -> new StatusView(
                        ofOne.getKey(),
                        count(ofOne.getValue(), any -> true),
                        sum(ofOne.getValue(), any -> true, PaymentNumbers.Total::amount),
                        sum(ofOne.getValue(), any -> true, PaymentNumbers.Total::refunded)))
                .sorted(Comparator.comparingLong(StatusView::payments)
                        .reversed()
                        .thenComparing(StatusView::status))
                .toList();
    }

    private static List<TypeView> typeBreakdown(List<PaymentNumbers.Total> totals) {
        return totals.stream().collect(Collectors.groupingBy(PaymentNumbers.Total::kind)).entrySet().stream()
                .map(ofOne -> new TypeView(
                        ofOne.getKey(),
                        count(ofOne.getValue(), any -> true),
                        ofOne.getValue().stream()
                                .mapToLong(PaymentNumbers.Total::paid)
                                .sum(),
                        sum(ofOne.getValue(), any -> true, PaymentNumbers.Total::amount),
                        sum(ofOne.getValue(), any -> true, PaymentNumbers.Total::paidAmount),
                        sum(ofOne.getValue(), any -> true, PaymentNumbers.Total::refunded)))
                .sorted(Comparator.comparingLong(TypeView::payments).reversed().thenComparing(TypeView::kind))
                .toList();
    }

    private static Paid paid(PaymentNumbers.Paid paid) {
        return new Paid(
                new PaidView(paid.today(), Amounts.of(paid.todayAmount())),
                new PaidView(paid.thisWeek(), Amounts.of(paid.thisWeekAmount())),
                new PaidView(paid.twoWeeks(), Amounts.of(paid.twoWeeksAmount())),
                new PaidView(paid.thisMonth(), Amounts.of(paid.thisMonthAmount())));
    }

    private static Recent recent(List<PaymentNumbers.Day> days, Span span) {
        List<DayView> within = days.stream()
                .filter(day -> span.contains(day.day()))
                .map(PaymentsView::day)
                .toList();
        return new Recent(
                within.stream().mapToLong(DayView::payments).sum(),
                within.stream().mapToLong(DayView::paid).sum(),
                within.stream().mapToLong(DayView::refunds).sum(),
                within.stream().map(DayView::revenue).reduce(Amounts.NONE, BigDecimal::add),
                within.stream().map(DayView::refunded).reduce(Amounts.NONE, BigDecimal::add),
                within.stream().map(DayView::netRevenue).reduce(Amounts.NONE, BigDecimal::add));
    }

    private static List<DayView> daily(List<PaymentNumbers.Day> days, Span span) {
        Map<LocalDate, PaymentNumbers.Day> byDay =
                days.stream().collect(Collectors.toMap(PaymentNumbers.Day::day, Function.identity()));
        return span.days()
                .map(day -> byDay.getOrDefault(day, new PaymentNumbers.Day(day, 0, 0, null, 0, null)))
                .map(PaymentsView::day)
                .toList();
    }

    private static DayView day(PaymentNumbers.Day day) {
        BigDecimal revenue = Amounts.of(day.revenue());
        BigDecimal refunded = Amounts.of(day.refunded());
        return new DayView(
                day.day(), day.payments(), day.paid(), day.refunds(), revenue, refunded, revenue.subtract(refunded));
    }
}
