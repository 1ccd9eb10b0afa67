package io.scriptorium.specialorders.order;

import java.math.BigDecimal;

/**
 * What all installments that the filter lets through come to, in one currency.
 *
 * @param unpaid overdue ones included
 * @param totalDue of the unpaid ones, overdue ones included
 */
public record InstallmentStatisticsView(
        String currency,
        long installments,
        long paid,
        long unpaid,
        long overdue,
        BigDecimal totalPaid,
        BigDecimal totalDue,
        BigDecimal totalOverdue) {}
