package io.scriptorium.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When things happen on a website: more from month to month, fewer at weekends and in the holidays, most before terms end,
 * and by day rather than by night, as its own clocks have it.
 */
final class Demand {
    /** How much more the last day brings than the first, other things being equal. */
    private static final double GROWTH = 1.4;

    private static final double[] WEEKDAYS = {1.15, 1.2, 1.15, 1.05, 0.9, 0.5, 0.7};

    /** January to December: essays are written in autumn and spring. */
    private static final double[] MONTHS = {0.95, 1.0, 1.1, 1.2, 1.15, 0.75, 0.55, 0.6, 0.95, 1.15, 1.3, 1.1};

    private static final double[] HOURS = {
        3, 2, 1, 1, 1, 1, 2, 4, 7, 10, 12, 12, 11, 11, 12, 12, 12, 11, 10, 10, 11, 11, 9, 6
    };
    /** After that, the first clients and writers can act. */
    private static final Duration OPENING = Duration.ofHours(7);

    private static final int OPENS = 8;
    private static final int CLOSES = 19;

    private final Instant start;
    private final Instant end;
    private final ZoneId zone;

    Demand(Instant start, Instant end, ZoneId zone) {
        this.start = start;
        this.end = end;
        this.zone = zone;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return end;
    }

    /** So many moments between start and end, in order. */
    List<Instant> moments(int count, Chance chance) {
        List<LocalDate> days = days();
        double[] weights = new double[days.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weightOf(days.get(i), i / (double) Math.max(1, weights.length - 1));
        }
        List<Instant> moments = new ArrayList<>(count);
        for (int tries = 0; moments.size() < count && tries < 100 * count; tries++) {
            Instant moment = momentOf(days.get(chance.weighted(weights)), chance);
            if (!moment.isBefore(start) && moment.isBefore(end)) {
                moments.add(moment);
            }
        }
        Collections.sort(moments);
        return moments;
    }

    /** The same, but none before the website is there, and its first people. */
    List<Instant> openMoments(int count, Chance chance) {
        return new Demand(start.plus(OPENING), end, zone).moments(count, chance);
    }

    /** When staff get to it: in office hours, seldom at weekends. */
    Instant atWork(Instant moment, Chance chance) {
        ZonedDateTime local = moment.atZone(zone);
        if (local.getHour() >= CLOSES) {
            local = morningOf(local.plusDays(1), chance);
        } else if (local.getHour() < OPENS) {
            local = morningOf(local, chance);
        }
        while (isWeekend(local.getDayOfWeek()) && chance.of(0.7)) {
            local = morningOf(local.plusDays(1), chance);
        }
        return local.toInstant();
    }

    private static ZonedDateTime morningOf(ZonedDateTime day, Chance chance) {
        return day.truncatedTo(ChronoUnit.DAYS).plusHours(OPENS).plusMinutes(chance.between(5, 170));
    }

    private List<LocalDate> days() {
        LocalDate first = start.atZone(zone).toLocalDate();
        LocalDate last = end.atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static double weightOf(LocalDate day, double progress) {
        double growth = 1 + progress * (GROWTH - 1);
        return growth
                * WEEKDAYS[day.getDayOfWeek().getValue() - 1]
                * MONTHS[day.getMonthValue() - 1]
                * (isHoliday(day) ? 0.3 : 1);
    }

    private Instant momentOf(LocalDate day, Chance chance) {
        LocalTime time = LocalTime.of(chance.weighted(HOURS), chance.between(0, 59), chance.between(0, 59));
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate day) {
        return day.getMonthValue() == 12 && day.getDayOfMonth() >= 24 || day.getDayOfYear() == 1;
    }
}
