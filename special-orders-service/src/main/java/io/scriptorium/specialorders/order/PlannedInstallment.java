package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A part of a schedule that is not agreed yet.
 *
 * @param dueAt the last moment of the due date on the website, to the microsecond that the database keeps
 */
record PlannedInstallment(BigDecimal amount, LocalDate dueOn, Instant dueAt) {
    static PlannedInstallment of(BigDecimal amount, LocalDate dueOn, ZoneId zone) {
        Instant end = dueOn.plusDays(1).atStartOfDay(zone).toInstant();
        return new PlannedInstallment(amount, dueOn, end.minus(1, ChronoUnit.MICROS));
    }
}
