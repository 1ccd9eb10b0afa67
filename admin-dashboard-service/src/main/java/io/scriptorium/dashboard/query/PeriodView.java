package io.scriptorium.dashboard.query;

import java.time.LocalDate;

/** The UTC days that numbers are of; both dates are included. */
public record PeriodView(LocalDate dateFrom, LocalDate dateTo, long days) {}
