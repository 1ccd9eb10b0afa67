package io.scriptorium.writers.orderrequest;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/** The public state of a request: {@code contracts/order-request.v1.schema.json}. Nothing of it is ever deleted. */
record OrderRequestChange(
        UUID id,
        UUID websiteId,
        UUID writerId,
        UUID orderId,
        OrderRequestStatus status,
        Instant requestedAt,
        Instant decidedAt,
        Instant updatedAt) {

    private static final String TOPIC = "writers.order-request.changes";
    private static final String SCHEMA = "urn:scriptorium:writers:order-request:v1";

    static Change changed(OrderRequest request) {
        return Change.changed(TOPIC, request.id.toString(), "writers.order-request.changed", SCHEMA, of(request));
    }

    static OrderRequestChange of(OrderRequest request) {
        return new OrderRequestChange(
                request.id,
                UUID.fromString(request.tenant),
                request.writerId,
                request.orderId,
                request.status,
                request.requestedAt,
                request.decidedAt,
                request.updatedAt);
    }
}
