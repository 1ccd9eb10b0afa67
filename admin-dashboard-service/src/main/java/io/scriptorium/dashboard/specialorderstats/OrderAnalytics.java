package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.query.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What one statement found. Amounts are of the chosen currency, counts of all. */
record OrderAnalytics(
        Currencies currencies,
        List<Total> totals,
        List<Part> months,
        List<Part> weeks,
        List<Named> types,
        List<Status> statuses,
        List<Named> predefined) {
    OrderAnalytics {
        totals = totals == null ? List.of() : totals;
        months = months == null ? List.of() : months;
        weeks = weeks == null ? List.of() : weeks;
        types = types == null ? List.of() : types;
        statuses = statuses == null ? List.of() : statuses;
        predefined = predefined == null ? List.of() : predefined;
    }

    record Total(
            boolean earlier,
            long orders,
            long completed,
            BigDecimal revenue,
            long approved,
            BigDecimal completionSeconds) {}

    /** @param start the first day of the week or month */
    record Part(LocalDate start, long orders, long completed, BigDecimal revenue) {}

    record Named(String name, long orders, long completed, BigDecimal revenue) {}

    record Status(LocalDate month, String status, long orders) {}
}
