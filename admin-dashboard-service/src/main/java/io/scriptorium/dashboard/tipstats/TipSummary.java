package io.scriptorium.dashboard.tipstats;

import io.scriptorium.dashboard.query.Currencies;
import java.util.List;

/** What one statement found. */
record TipSummary(
        Currencies currencies,
        TipSums summary,
        List<TipSums> statuses,
        List<TipSums> types,
        List<TipSums> levels,
        List<TipSums> recent) {
    TipSummary {
        summary = summary == null ? TipSums.NONE : summary;
        statuses = statuses == null ? List.of() : statuses;
        types = types == null ? List.of() : types;
        levels = levels == null ? List.of() : levels;
        recent = recent == null ? List.of() : recent;
    }
}
