package io.scriptorium.dashboard.tipstats;

import io.scriptorium.dashboard.query.Currencies;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What one statement found. */
record TipAnalytics(
        Currencies currencies,
        List<TipSums> totals,
        List<TipSums> months,
        List<TipSums> weeks,
        List<TipSums> days,
        List<TipSums> types,
        List<TipSums> levels,
        List<Performer> performers) {
    TipAnalytics {
        totals = totals == null ? List.of() : totals;
        months = months == null ? List.of() : months;
        weeks = weeks == null ? List.of() : weeks;
        days = days == null ? List.of() : days;
        types = types == null ? List.of() : types;
        levels = levels == null ? List.of() : levels;
        performers = performers == null ? List.of() : performers;
    }

    /** @param role writer or client */
    record Performer(String role, UUID accountId, long tips, BigDecimal amount, BigDecimal earning, int rank) {}
}
