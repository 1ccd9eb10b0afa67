package io.scriptorium.payments.provider;

import java.time.Duration;
import java.util.Arrays;

/** What a payment token makes the simulated provider do. */
enum SimulatedToken {
    TOK_SUCCESS(null),
    TOK_DECLINED("card_declined"),
    TOK_INSUFFICIENT_FUNDS("insufficient_funds"),
    /** Needs time, then succeeds. */
    TOK_SLOW(null),
    /** Needs time, then fails. */
    TOK_SLOW_DECLINED("card_declined"),
    /** Captures, and does not answer. */
    TOK_TIMEOUT(null),
    /** The first request never arrives there; the next one succeeds. */
    TOK_LOST(null),
    /** Tells the outcome in two events, and delivers each of them twice. */
    TOK_TWICE(null),
    /** Succeeds, and refuses every refund. */
    TOK_REFUND_DECLINED(null),
    /** Succeeds, and needs time for every refund. */
    TOK_REFUND_SLOW(null),
    /** Any other token. */
    UNKNOWN("unknown_token");

    static final Duration TIME_NEEDED = Duration.ofSeconds(2);

    private final String failureReason;

    SimulatedToken(String failureReason) {
        this.failureReason = failureReason;
    }

    static SimulatedToken of(String token) {
        return Arrays.stream(values())
                .filter(known -> known != UNKNOWN
                        && known.name().toLowerCase(java.util.Locale.ROOT).equals(token))
                .findFirst()
                .orElse(UNKNOWN);
    }

    String failureReasonOf(boolean refund) {
        if (refund) {
            return this == TOK_REFUND_DECLINED ? "refund_declined" : null;
        }
        return failureReason;
    }

    Duration timeNeededFor(boolean refund) {
        boolean slow = refund ? this == TOK_REFUND_SLOW : this == TOK_SLOW || this == TOK_SLOW_DECLINED;
        return slow ? TIME_NEEDED : Duration.ZERO;
    }
}
