package io.scriptorium.dashboard.platform;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * Which day, week and month a moment counts in. Everything that turns moments into days does it here, so that a website
 * may one day count in its own time zone. Weeks and months are made of days, never of moments.
 */
public final class Grain {
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private Grain() {}

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The Monday that the day's week begins with. */
    public static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first of the day's month. */
    public static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }
}
