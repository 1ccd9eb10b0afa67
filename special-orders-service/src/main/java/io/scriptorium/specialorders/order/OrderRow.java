package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A row of a list of orders; what of it is shown depends on who asks. */
record OrderRow(
        UUID id,
        String tenant,
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
        BigDecimal writerPayAmount,
        BigDecimal writerPayPercentage,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version) {

    /** In the order of the components. */
    static final String COLUMNS = """
            o.id, o.tenant, o.clientId, o.writerId, o.orderType, o.predefinedTypeId, o.predefinedTypeName, o.durationDays,
            o.pricePerDay, o.totalCost, o.depositRequired, o.adminApprovedCost, o.currency, o.approved, o.approvedAt, o.status,
            o.holdCause, o.completionMethod, o.writerPayAmount, o.writerPayPercentage, o.createdAt, o.updatedAt, o.completedAt, o.version
            """;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    BigDecimal writerPay() {
        return SpecialOrder.writerPay(totalCost, writerPayAmount, writerPayPercentage);
    }
}
