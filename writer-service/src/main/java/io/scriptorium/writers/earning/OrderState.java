package io.scriptorium.writers.earning;

import io.scriptorium.owner.inbox.UnreadableChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What of {@code special-orders-service/contracts/order.v1.schema.json} counts here. */
record OrderState(UUID websiteId, UUID writerId, String status, BigDecimal writerPay, Instant completedAt) {

    Contribution contribution() {
        if (writerId == null) {
            return Contribution.NONE;
        }
        return switch (status) {
            case "completed" -> {
                UnreadableChange.unless(completedAt != null, "a completed order must say when: completed_at");
                yield Contribution.completed(
                        writerId, writerPay == null ? Contribution.NONE.amount() : writerPay, completedAt);
            }
            case "in_progress", "on_hold" -> Contribution.active(writerId);
            default -> Contribution.NONE;
        };
    }

    /** Whether an approved request for it holds no place any more: a writer has it, or it is over. */
    boolean isTakenUp() {
        return switch (status) {
            case "in_progress", "on_hold" -> writerId != null;
            case "completed", "cancelled" -> true;
            default -> false;
        };
    }
}
