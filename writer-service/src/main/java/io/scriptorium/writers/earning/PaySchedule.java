package io.scriptorium.writers.earning;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * How time is cut into pay periods, of whole days in UTC. On the wire and in the database: the name in lower case.
 */
public enum PaySchedule {
    /** Fourteen days from a Monday: 2024-01-01 to 2024-01-14, 2024-01-15 to 2024-01-28, and so on both ways. */
    BI_WEEKLY {
        @Override
        PayPeriod periodOf(LocalDate day) {
            long days = ChronoUnit.DAYS.between(FORTNIGHTS_BEGAN, day);
            LocalDate start = day.minusDays(Math.floorMod(days, FORTNIGHT));
            return new PayPeriod(this, start, start.plusDays(FORTNIGHT - 1));
        }
    },

    /** Calendar months. */
    MONTHLY {
        @Override
        PayPeriod periodOf(LocalDate day) {
            return new PayPeriod(this, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        }
    };

    private static final LocalDate FORTNIGHTS_BEGAN = LocalDate.of(2024, 1, 1);
    private static final int FORTNIGHT = 14;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }

    abstract PayPeriod periodOf(LocalDate day);

    PayPeriod periodOf(Instant moment) {
        return periodOf(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
