package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Who changes an order, and when.
 *
 * @param accountId null when it is no person but what was heard of a payment
 * @param role null then too
 */
record Actor(UUID accountId, Role role, Instant now) {
    static Actor of(Caller caller, Instant now) {
        return new Actor(caller.accountId(), caller.role(), now);
    }

    static Actor payment(Instant now) {
        return new Actor(null, null, now);
    }
}
