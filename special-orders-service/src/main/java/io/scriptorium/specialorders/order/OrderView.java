package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A special order as staff see it.
 *
 * @param totalCost null until it is estimated
 * @param writerPay what the writer gets, as an amount; null until it is known
 * @param holdCause null unless on hold
 */
public record OrderView(
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
        HoldCause holdCause,
        CompletionMethod completionMethod,
        String adminNotes,
        BigDecimal writerPay,
        BigDecimal writerPayAmount,
        BigDecimal writerPayPercentage,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version,
        List<InstallmentView> installments) {

    static OrderView of(SpecialOrder order, Instant now) {
        return new OrderView(
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
                order.holdCause,
                order.completionMethod,
                order.adminNotes,
                order.writerPay(),
                order.writerPayAmount,
                order.writerPayPercentage,
                order.createdAt,
                order.updatedAt,
                order.completedAt,
                order.version,
                InstallmentView.of(order.installments, now));
    }
}
