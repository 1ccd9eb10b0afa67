package io.scriptorium.dashboard.query;

import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * Which days a dashboard may be asked for: the last {@code days}, or {@code date_from} to {@code date_to}.
 *
 * @param defaultDays unless anything is sent; 0 for all time
 * @param longest how many days at most between two dates
 */
public record SpanRule(boolean allowed, int defaultDays, long longest) {
    static final int MAX_DAYS = 365;

    /** Before anything that is counted here. */
    static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    /** A leap year. */
    private static final long YEAR = 366;

    private static final long CENTURIES = 1_030L * YEAR;

    /** No days can be asked for. */
    public static SpanRule none() {
        return new SpanRule(false, 1, 1);
    }

    public static SpanRule lastDays(int defaultDays) {
        return new SpanRule(true, defaultDays, YEAR);
    }

    /** For what is counted by months too, so that many years cost little. */
    public static SpanRule allTime() {
        return new SpanRule(true, 0, CENTURIES);
    }

    Set<String> parameters() {
        return allowed ? Set.of("days", "date_from", "date_to", "compare") : Set.of();
    }

    Span span(DashboardParameters sent, LocalDate today) {
        Optional<LocalDate> from = Parameters.date("date_from", sent.dateFrom);
        Optional<LocalDate> to = Parameters.date("date_to", sent.dateTo);
        if (from.isPresent()) {
            if (sent.days != null) {
                throw Problem.badRequest("days", "cannot be together with date_from");
            }
            return between(from.get(), to.orElse(today));
        }
        if (to.isPresent()) {
            throw Problem.badRequest("date_to", "needs date_from");
        }
        int days = Parameters.wholeNumber("days", sent.days, 1, MAX_DAYS, defaultDays);
        return days == 0 ? new Span(BEGINNING, today) : Span.lastDays(today, days);
    }

    private Span between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.badRequest("date_to", "must not be before date_from, nor may that be after today");
        }
        if (ChronoUnit.DAYS.between(from, to) >= longest) {
            throw Problem.badRequest("date_from", "must be less than " + longest + " days before date_to");
        }
        return new Span(from, to);
    }
}
