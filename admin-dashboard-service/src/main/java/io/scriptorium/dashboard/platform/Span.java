package io.scriptorium.dashboard.platform;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Whole days from the first to the last, both included. A number of a span is exactly the sum of its days. */
public record Span(LocalDate firstDay, LocalDate lastDay) {
    public Span {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("A span ends before it begins: " + firstDay + " to " + lastDay);
        }
    }

    /** So many days, the last of which is today. */
    public static Span lastDays(LocalDate today, long days) {
        return new Span(today.minusDays(days - 1), today);
    }

    /** As many days, right before these. */
    public Span before() {
        return new Span(firstDay.minusDays(length()), firstDay.minusDays(1));
    }

    public long length() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** The earliest first. */
    public Stream<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1));
    }

    /** The first day of the first month that lies within, as a whole; {@link #firstDay} if there is none. */
    public LocalDate firstMonth() {
        LocalDate month = nextMonth(firstDay);
        return month.isBefore(endMonth(month)) ? month : firstDay;
    }

    /** The first day after the last month that lies within, as a whole; {@link #firstDay} if there is none. */
    public LocalDate endMonth() {
        LocalDate month = nextMonth(firstDay);
        LocalDate end = endMonth(month);
        return month.isBefore(end) ? end : firstDay;
    }

    /** The month that begins with the day, or the next. */
    private static LocalDate nextMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : Grain.monthOf(day).plusMonths(1);
    }

    private LocalDate endMonth(LocalDate from) {
        LocalDate end = Grain.monthOf(lastDay.plusDays(1));
        return end.isBefore(from) ? from : end;
    }
}
