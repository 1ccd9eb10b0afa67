package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.query.Currencies;
import java.math.BigDecimal;
import java.util.List;

/** What one statement found. Amounts are of the chosen currency, counts of all. */
record OrderSummary(Currencies currencies, List<Total> totals, List<Recent> recent, long pendingInstallments) {
    OrderSummary {
        totals = totals == null ? List.of() : totals;
        recent = recent == null ? List.of() : recent;
    }

    record Total(
            String status,
            String orderType,
            long orders,
            long needsApproval,
            long needsEstimation,
            long valued,
            BigDecimal value) {}

    record Recent(boolean earlier, long orders, long completed, BigDecimal revenue) {}
}
