package io.scriptorium.payments.payment;

import java.time.Duration;

/** How long an attempt waits until its provider is asked again: twice as long each time, up to ten minutes. */
final class ReconcilerPause {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    private ReconcilerPause() {}

    static Duration after(int checks, Duration first) {
        Duration pause = first.multipliedBy(1L << Math.min(checks, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
