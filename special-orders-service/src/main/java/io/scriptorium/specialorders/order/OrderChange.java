package io.scriptorium.specialorders.order;

import io.scriptorium.outbox.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The public state of an order with its installments: {@code contracts/order.v1.schema.json}. No text of people. */
record OrderChange(
        UUID id,
        UUID websiteId,
        UUID clientId,
        UUID writerId,
        OrderType orderType,
        TypeChange predefinedType,
        Integer durationDays,
        BigDecimal pricePerDay,
        BigDecimal totalCost,
        BigDecimal depositRequired,
        BigDecimal adminApprovedCost,
        String currency,
        boolean isApproved,
        Instant approvedAt,
        OrderStatus status,
        BigDecimal writerPay,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        List<InstallmentChange> installments) {

    static final String TOPIC = "special-orders.order.changes";
    private static final String SCHEMA = "urn:scriptorium:special-orders:order:v1";

    record TypeChange(UUID id, String name) {}

    record InstallmentChange(
            UUID id,
            int number,
            InstallmentKind kind,
            BigDecimal amount,
            Instant dueAt,
            InstallmentStatus status,
            Instant paidAt) {}

    static Change changed(SpecialOrder order) {
        return Change.changed(TOPIC, order.id.toString(), "special-orders.order.changed", SCHEMA, of(order));
    }

    static OrderChange of(SpecialOrder order) {
        return new OrderChange(
                order.id,
                order.websiteId(),
                order.clientId,
                order.writerId,
                order.orderType,
                order.predefinedTypeId == null
                        ? null
                        : new TypeChange(order.predefinedTypeId, order.predefinedTypeName),
                order.durationDays,
                order.pricePerDay,
                order.totalCost,
                order.depositRequired,
                order.adminApprovedCost,
                order.currency,
                order.approved,
                order.approvedAt,
                order.status,
                order.writerPay(),
                order.createdAt,
                order.updatedAt,
                order.completedAt,
                order.installments.stream()
                        .sorted(Comparator.comparingInt(installment -> installment.number))
                        .map(OrderChange::of)
                        .toList());
    }

    private static InstallmentChange of(Installment installment) {
        return new InstallmentChange(
                installment.id,
                installment.number,
                installment.kind,
                installment.amount,
                installment.dueAt,
                installment.status,
                installment.paidAt);
    }
}
