package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.Grain;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The installments of special orders. Void ones do not count, nor do unpaid ones of cancelled orders.
 *
 * @param totalInstallments {@code paid} and {@code unpaid}
 * @param overdue unpaid, and due before today
 * @param totalDue the amount of those that are unpaid, overdue or not
 * @param dueByWeek unpaid and due from today on: this week and the twelve that follow
 * @param dueLater unpaid and due after those weeks
 */
public record SpecialOrderInstallmentsView(
        long totalInstallments,
        long paid,
        long unpaid,
        long overdue,
        BigDecimal totalDue,
        BigDecimal totalPaid,
        BigDecimal totalOverdue,
        List<WeekView> dueByWeek,
        LaterView dueLater,
        String currency,
        List<String> otherCurrencies,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /** @param week its Monday, which for this week may be in the past */
    public record WeekView(LocalDate week, long installments, BigDecimal amount) {}

    public record LaterView(long installments, BigDecimal amount) {}

    static final int WEEKS = 13;

    static SpecialOrderInstallmentsView of(InstallmentCounts numbers, Question question, Instant asOf) {
        InstallmentCounts.Totals totals = numbers.totals();
        LocalDate thisWeek = Grain.weekOf(question.today());
        return new SpecialOrderInstallmentsView(
                totals.paid() + totals.unpaid(),
                totals.paid(),
                totals.unpaid(),
                totals.overdue(),
                Amounts.of(totals.unpaidAmount()),
                Amounts.of(totals.paidAmount()),
                Amounts.of(totals.overdueAmount()),
                dueByWeek(numbers.weeks(), thisWeek),
                dueLater(numbers.weeks(), thisWeek.plusWeeks(WEEKS)),
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                asOf,
                question.scope().view());
    }

    private static List<WeekView> dueByWeek(List<InstallmentCounts.Week> weeks, LocalDate thisWeek) {
        Map<LocalDate, InstallmentCounts.Week> found =
                weeks.stream().collect(Collectors.toMap(InstallmentCounts.Week::week, Function.identity()));
        return Stream.iterate(thisWeek, week -> week.plusWeeks(1))
                .limit(WEEKS)
                .map(week -> found.getOrDefault(week, new InstallmentCounts.Week(week, 0, BigDecimal.ZERO)))
                .map(due -> new WeekView(due.week(), due.installments(), Amounts.of(due.amount())))
                .toList();
    }

    private static LaterView dueLater(List<InstallmentCounts.Week> weeks, LocalDate from) {
        List<InstallmentCounts.Week> later =
                weeks.stream().filter(due -> !due.week().isBefore(from)).toList();
        return new LaterView(
                later.stream().mapToLong(InstallmentCounts.Week::installments).sum(),
                Amounts.of(
                        later.stream().map(InstallmentCounts.Week::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
