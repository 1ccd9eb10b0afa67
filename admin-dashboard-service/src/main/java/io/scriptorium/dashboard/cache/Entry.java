package io.scriptorium.dashboard.cache;

import java.time.Duration;
import java.time.Instant;

/**
 * What Redis holds for one key.
 *
 * @param generations those that were read before the query ran: a change during the query makes the entry old at once
 */
record Entry(Generations generations, Instant storedAt, Body body) {
    /** What is left of its life. Clocks of replicas differ a little, so never less than nothing nor more than all. */
    Duration remaining(Duration ttl, Instant now) {
        Duration left = ttl.minus(Duration.between(storedAt, now));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(ttl) > 0 ? ttl : left;
    }
}
