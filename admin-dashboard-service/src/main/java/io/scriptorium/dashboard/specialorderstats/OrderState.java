package io.scriptorium.dashboard.specialorderstats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is counted of {@code special-orders.order.changes}. */
record OrderState(
        UUID id,
        UUID websiteId,
        String orderType,
        PredefinedType predefinedType,
        BigDecimal totalCost,
        BigDecimal adminApprovedCost,
        String currency,
        Boolean isApproved,
        String status,
        Instant createdAt,
        Instant completedAt,
        List<Installment> installments) {
    record PredefinedType(String name) {}

    record Installment(BigDecimal amount, Instant dueAt, String status) {}

    /** What the order costs: as approved, else as estimated; null until it is estimated. */
    BigDecimal value() {
        return adminApprovedCost != null ? adminApprovedCost : totalCost;
    }
}
