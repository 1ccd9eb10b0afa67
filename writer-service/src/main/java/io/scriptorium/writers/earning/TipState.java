package io.scriptorium.writers.earning;

import io.scriptorium.owner.inbox.UnreadableChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What of {@code payments-service/contracts/tip.v1.schema.json} counts here. */
record TipState(
        UUID websiteId,
        UUID writerId,
        String paymentStatus,
        BigDecimal writerEarning,
        BigDecimal writerEarningRefunded,
        Instant completedAt) {

    Contribution contribution() {
        if (!"completed".equals(paymentStatus)) {
            return Contribution.NONE;
        }
        UnreadableChange.unless(completedAt != null, "a completed tip must say when: completed_at");
        return Contribution.completed(writerId, writerEarning.subtract(writerEarningRefunded), completedAt);
    }
}
