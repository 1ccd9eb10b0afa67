package io.scriptorium.dashboard.paymentstats;

import io.scriptorium.dashboard.query.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one statement found. Amounts are of one currency, counts of all; an amount is null where that currency has none.
 */
record PaymentNumbers(Currencies currencies, List<Total> totals, List<Day> days, Paid paid) {
    PaymentNumbers {
        totals = totals == null ? List.of() : totals;
        days = days == null ? List.of() : days;
    }

    /** @param paidInCurrency how many of the {@code paid} have that currency */
    record Total(
            String kind,
            String status,
            long payments,
            long paid,
            Long paidInCurrency,
            BigDecimal amount,
            BigDecimal paidAmount,
            BigDecimal refunded) {}

    record Day(LocalDate day, long payments, long paid, BigDecimal revenue, long refunds, BigDecimal refunded) {}

    record Paid(
            long today,
            BigDecimal todayAmount,
            long thisWeek,
            BigDecimal thisWeekAmount,
            long twoWeeks,
            BigDecimal twoWeeksAmount,
            long thisMonth,
            BigDecimal thisMonthAmount) {}
}
