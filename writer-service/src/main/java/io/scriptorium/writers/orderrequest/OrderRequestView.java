package io.scriptorium.writers.orderrequest;

import java.time.Instant;
import java.util.UUID;

/**
 * A request as the API shows one.
 *
 * @param writerId the account of the writer who asks
 * @param feedback what was said with the last decision, if anything
 * @param decidedAt when it ceased to be open
 * @param decidedBy the account of whoever decided last
 */
public record OrderRequestView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        UUID orderId,
        String reason,
        OrderRequestStatus status,
        String feedback,
        Instant requestedAt,
        Instant decidedAt,
        UUID decidedBy,
        Instant updatedAt,
        long version) {

    static OrderRequestView of(OrderRequest request) {
        return new OrderRequestView(
                request.id,
                UUID.fromString(request.tenant),
                request.writerId,
                request.orderId,
                request.reason,
                request.status,
                request.feedback,
                request.requestedAt,
                request.decidedAt,
                request.decidedBy,
                request.updatedAt,
                request.version);
    }
}
