package io.scriptorium.dashboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void includesTodayAndIsPrecededByAsManyDays() {
        Span week = Span.lastDays(TODAY, 7);
        assertThat(week).isEqualTo(new Span(LocalDate.of(2026, 2, 23), TODAY));
        assertThat(week.before()).isEqualTo(new Span(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 22)));
        assertThat(week.length()).isEqualTo(7);
        assertThat(week.days()).hasSize(7).startsWith(week.firstDay()).endsWith(TODAY);
        assertThat(Span.lastDays(TODAY, 1)).isEqualTo(new Span(TODAY, TODAY));
        assertThatThrownBy(() -> new Span(TODAY, TODAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-04-14, 2026-02-01, 2026-04-01",
        "2026-01-01, 2026-01-31, 2026-01-01, 2026-02-01",
        "2026-01-01, 2026-02-27, 2026-01-01, 2026-02-01",
        "2026-01-02, 2026-02-28, 2026-02-01, 2026-03-01",
        "2026-01-02, 2026-02-27, 2026-01-02, 2026-01-02",
        "2026-01-05, 2026-01-20, 2026-01-05, 2026-01-05",
        "2026-03-01, 2026-03-01, 2026-03-01, 2026-03-01"
    })
    void findsTheWholeMonthsWithin(LocalDate first, LocalDate last, LocalDate firstMonth, LocalDate endMonth) {
        Span span = new Span(first, last);
        assertThat(span.firstMonth()).isEqualTo(firstMonth);
        assertThat(span.endMonth()).isEqualTo(endMonth);
        // Months and the days around them are exactly the days of the span.
        assertThat(Stream.of(
                                first.datesUntil(firstMonth),
                                firstMonth.datesUntil(endMonth),
                                endMonth.datesUntil(last.plusDays(1)))
                        .flatMap(days -> days))
                .containsExactlyElementsOf(span.days().toList());
    }

    @Test
    void countsAMomentInItsUtcDayItsIsoWeekAndItsMonth() {
        assertThat(Grain.dayOf(Instant.parse("2026-02-28T23:59:59.999Z"))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(Grain.dayOf(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo(TODAY);
        assertThat(Grain.weekOf(TODAY)).isEqualTo(LocalDate.of(2026, 2, 23));
        assertThat(Grain.weekOf(LocalDate.of(2026, 3, 2))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(Grain.monthOf(LocalDate.of(2026, 2, 28))).isEqualTo(LocalDate.of(2026, 2, 1));
    }
}
