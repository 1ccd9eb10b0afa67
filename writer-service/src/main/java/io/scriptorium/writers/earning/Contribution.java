package io.scriptorium.writers.earning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a tip or an order, as it is now, gives to a writer.
 *
 * @param writerId the account; null when nobody gets anything of it
 * @param amount what the writer earns by it; 0.00 unless completed
 * @param completedAt null unless completed
 * @param active whether the writer has it to do
 */
record Contribution(UUID writerId, BigDecimal amount, Instant completedAt, boolean active) {
    static final Contribution NONE = new Contribution(null, new BigDecimal("0.00"), null, false);

    static Contribution completed(UUID writerId, BigDecimal amount, Instant completedAt) {
        return new Contribution(writerId, amount, completedAt, false);
    }

    static Contribution active(UUID writerId) {
        return new Contribution(writerId, NONE.amount(), null, true);
    }
}
