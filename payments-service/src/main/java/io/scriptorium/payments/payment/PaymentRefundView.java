package io.scriptorium.payments.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A refund, or the attempt at one.
 *
 * @param status open while the provider has not said what came of it
 * @param failureReason null unless failed
 * @param requestedBy the account of who gave it
 * @param closedAt null while open
 */
public record PaymentRefundView(
        UUID id,
        UUID paymentId,
        BigDecimal amount,
        AttemptStatus status,
        String failureReason,
        String reason,
        UUID requestedBy,
        Instant createdAt,
        Instant closedAt) {

    static PaymentRefundView of(PaymentAttempt refund) {
        return new PaymentRefundView(
                refund.id,
                refund.paymentId,
                refund.amount,
                refund.status,
                refund.failureReason,
                refund.reason,
                refund.requestedBy,
                refund.createdAt,
                refund.closedAt);
    }
}
