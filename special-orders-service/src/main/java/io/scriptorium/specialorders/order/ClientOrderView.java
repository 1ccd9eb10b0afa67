package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A special order as its client sees it: without notes, and without what the writer gets. */
public record ClientOrderView(
        UUID id,
        UUID websiteId,
        UUID clientId,
        UUID writerId,
        OrderType orderType,
        UUID predefinedTypeId,
        String predefinedTypeName,
        String inquiryDetails,
        Integer durationDays,
        BigDecimal pricePerDay,
        BigDecimal totalCost,
        BigDecimal depositRequired,
        BigDecimal adminApprovedCost,
        String currency,
        boolean isApproved,
        Instant approvedAt,
        OrderStatus status,
        CompletionMethod completionMethod,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version,
        List<InstallmentView> installments) {

    static ClientOrderView of(SpecialOrder order, Instant now) {
        return new ClientOrderView(
                order.id,
                order.websiteId(),
                order.clientId,
                order.writerId,
                order.orderType,
                order.predefinedTypeId,
                order.predefinedTypeName,
                order.inquiryDetails,
                order.durationDays,
                order.pricePerDay,
                order.totalCost,
                order.depositRequired,
                order.adminApprovedCost,
                order.currency,
                order.approved,
                order.approvedAt,
                order.status,
                order.completionMethod,
                order.createdAt,
                order.updatedAt,
                order.completedAt,
                order.version,
                InstallmentView.of(order.installments, now));
    }
}
