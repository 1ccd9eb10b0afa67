package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A special order as its writer sees it: without who pays, what, and when; the pay as an amount, never as a part of it. */
public record WriterOrderView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        OrderType orderType,
        String predefinedTypeName,
        String inquiryDetails,
        Integer durationDays,
        String currency,
        OrderStatus status,
        BigDecimal writerPay,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version) {

    static WriterOrderView of(SpecialOrder order) {
        return new WriterOrderView(
                order.id,
                order.websiteId(),
                order.writerId,
                order.orderType,
                order.predefinedTypeName,
                order.inquiryDetails,
                order.durationDays,
                order.currency,
                order.status,
                order.writerPay(),
                order.createdAt,
                order.updatedAt,
                order.completedAt,
                order.version);
    }
}
