package io.scriptorium.dashboard.query;

import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.platform.StatsScope;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a dashboard is asked.
 *
 * @param comparing whether the span before was asked for too
 * @param currency empty unless one was chosen
 */
public record Question(StatsScope scope, Span span, boolean comparing, Optional<String> currency, LocalDate today) {
    /** The comparison with the span before, if that was asked for; otherwise null, which is not written. */
    public ComparisonView compare(Object now, Object previous) {
        return comparing ? ComparisonView.of(span.before(), now, previous) : null;
    }

    public PeriodView period() {
        return new PeriodView(span.firstDay(), span.lastDay(), span.length());
    }
}
