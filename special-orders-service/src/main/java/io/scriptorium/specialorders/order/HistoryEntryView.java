package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that was done to an order.
 *
 * @param actorId who did it; null, as the role is, for what was heard of a payment
 * @param status the order's, afterwards
 * @param why the reason that was given; null where none was asked for
 */
public record HistoryEntryView(
        UUID id,
        Instant at,
        UUID actorId,
        Role actorRole,
        HistoryAction action,
        OrderStatus status,
        String what,
        String why) {}
