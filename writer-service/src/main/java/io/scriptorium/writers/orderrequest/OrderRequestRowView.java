package io.scriptorium.writers.orderrequest;

import java.time.Instant;
import java.util.UUID;

/** A request in a list: what a table's row shows, with the writer's name. */
public record OrderRequestRowView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        String registrationId,
        String penName,
        UUID orderId,
        OrderRequestStatus status,
        Instant requestedAt,
        Instant decidedAt,
        long version) {}
