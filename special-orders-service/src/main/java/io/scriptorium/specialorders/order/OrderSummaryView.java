package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A special order in a list of staff. */
public record OrderSummaryView(
        UUID id,
        UUID websiteId,
        UUID clientId,
        UUID writerId,
        OrderType orderType,
        UUID predefinedTypeId,
        String predefinedTypeName,
        Integer durationDays,
        BigDecimal pricePerDay,
        BigDecimal totalCost,
        BigDecimal depositRequired,
        BigDecimal adminApprovedCost,
        String currency,
        boolean isApproved,
        Instant approvedAt,
        OrderStatus status,
        HoldCause holdCause,
        CompletionMethod completionMethod,
        BigDecimal writerPay,
        BigDecimal writerPayAmount,
        BigDecimal writerPayPercentage,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version) {

    static OrderSummaryView of(OrderRow row) {
        return new OrderSummaryView(
                row.id(),
                row.websiteId(),
                row.clientId(),
                row.writerId(),
                row.orderType(),
                row.predefinedTypeId(),
                row.predefinedTypeName(),
                row.durationDays(),
                row.pricePerDay(),
                row.totalCost(),
                row.depositRequired(),
                row.adminApprovedCost(),
                row.currency(),
                row.isApproved(),
                row.approvedAt(),
                row.status(),
                row.holdCause(),
                row.completionMethod(),
                row.writerPay(),
                row.writerPayAmount(),
                row.writerPayPercentage(),
                row.createdAt(),
                row.updatedAt(),
                row.completedAt(),
                row.version());
    }
}
