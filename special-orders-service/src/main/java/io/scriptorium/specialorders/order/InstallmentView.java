package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A part of what an order costs.
 *
 * @param dueOn the last day to pay it, on the website's calendar
 * @param dueAt that day's last moment
 * @param overdue unpaid after that
 */
public record InstallmentView(
        UUID id,
        int number,
        InstallmentKind kind,
        BigDecimal amount,
        LocalDate dueOn,
        Instant dueAt,
        InstallmentStatus status,
        boolean overdue,
        Instant paidAt,
        PaidBy paidBy) {

    static List<InstallmentView> of(List<Installment> installments, Instant now) {
        return installments.stream()
                .sorted(Comparator.comparingInt(installment -> installment.number))
                .map(installment -> new InstallmentView(
                        installment.id,
                        installment.number,
                        installment.kind,
                        installment.amount,
                        installment.dueOn,
                        installment.dueAt,
                        installment.status,
                        installment.overdue(now),
                        installment.paidAt,
                        installment.paidBy))
                .toList();
    }
}
