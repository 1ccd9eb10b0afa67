package io.scriptorium.writers.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2026-01-01T00:00:00Z, 2026-01-01, 2026-01-31",
        "MONTHLY, 2026-01-31T23:59:59.999999Z, 2026-01-01, 2026-01-31",
        "MONTHLY, 2024-02-29T12:00:00Z, 2024-02-01, 2024-02-29",
        "BI_WEEKLY, 2024-01-01T00:00:00Z, 2024-01-01, 2024-01-14",
        "BI_WEEKLY, 2024-01-14T23:59:59.999999Z, 2024-01-01, 2024-01-14",
        "BI_WEEKLY, 2024-01-15T00:00:00Z, 2024-01-15, 2024-01-28",
        "BI_WEEKLY, 2023-12-31T23:59:59Z, 2023-12-18, 2023-12-31",
        "BI_WEEKLY, 2026-01-31T12:00:05Z, 2026-01-26, 2026-02-08"
    })
    void putsAMomentIntoItsPeriod(PaySchedule schedule, Instant moment, LocalDate start, LocalDate end) {
        assertThat(schedule.periodOf(moment)).isEqualTo(new PayPeriod(schedule, start, end));
    }

    @ParameterizedTest
    @EnumSource(PaySchedule.class)
    void leavesNoDayOutAndCountsNoneTwice(PaySchedule schedule) {
        LocalDate day = LocalDate.of(2023, 1, 1);
        PayPeriod period = schedule.periodOf(day);
        for (; day.getYear() < 2030; day = day.plusDays(1)) {
            PayPeriod here = schedule.periodOf(day);
            assertThat(day).isBetween(here.periodStart(), here.periodEnd());
            if (!here.equals(period)) {
                assertThat(here.periodStart())
                        .isEqualTo(day)
                        .isEqualTo(period.periodEnd().plusDays(1));
            }
            period = here;
        }
    }
}
