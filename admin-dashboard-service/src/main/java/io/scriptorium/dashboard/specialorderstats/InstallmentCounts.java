package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.query.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What one statement found. Amounts are of the chosen currency, counts of all. */
record InstallmentCounts(Currencies currencies, Totals totals, List<Week> weeks) {
    InstallmentCounts {
        weeks = weeks == null ? List.of() : weeks;
    }

    record Totals(
            long paid,
            BigDecimal paidAmount,
            long unpaid,
            BigDecimal unpaidAmount,
            long overdue,
            BigDecimal overdueAmount) {}

    /** What falls due from today on. @param week its Monday */
    record Week(LocalDate week, long installments, BigDecimal amount) {}
}
