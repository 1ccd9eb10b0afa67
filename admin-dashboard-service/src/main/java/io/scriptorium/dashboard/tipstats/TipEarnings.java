package io.scriptorium.dashboard.tipstats;

import io.scriptorium.dashboard.query.Currencies;
import java.util.List;

/** What one statement found. */
record TipEarnings(
        Currencies currencies, List<TipSums> overall, List<TipSums> levels, List<TipSums> types, List<TipSums> months) {
    TipEarnings {
        overall = overall == null ? List.of() : overall;
        levels = levels == null ? List.of() : levels;
        types = types == null ? List.of() : types;
        months = months == null ? List.of() : months;
    }
}
