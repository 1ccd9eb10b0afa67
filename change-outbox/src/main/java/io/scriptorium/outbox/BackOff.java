package io.scriptorium.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double up to a limit, each shortened by up to a half at random lest all replicas retry in step. */
final class BackOff {
    private final Duration min;
    private final Duration max;
    private Duration next;

    BackOff(Duration min, Duration max) {
        this.min = min;
        this.max = max;
        this.next = min;
    }

    Duration next() {
        long full = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(max) < 0 ? doubled : max;
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    void reset() {
        next = min;
    }
}
