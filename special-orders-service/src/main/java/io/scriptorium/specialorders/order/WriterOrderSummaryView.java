package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A special order in a list of its writer. */
public record WriterOrderSummaryView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        OrderType orderType,
        String predefinedTypeName,
        Integer durationDays,
        String currency,
        OrderStatus status,
        BigDecimal writerPay,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version) {

    static WriterOrderSummaryView of(OrderRow row) {
        return new WriterOrderSummaryView(
                row.id(),
                row.websiteId(),
                row.writerId(),
                row.orderType(),
                row.predefinedTypeName(),
                row.durationDays(),
                row.currency(),
                row.status(),
                row.writerPay(),
                row.createdAt(),
                row.updatedAt(),
                row.completedAt(),
                row.version());
    }
}
