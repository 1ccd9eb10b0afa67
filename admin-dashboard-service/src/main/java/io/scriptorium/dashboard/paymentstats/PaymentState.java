package io.scriptorium.dashboard.paymentstats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is counted of {@code payments.payment.changes}. */
record PaymentState(
        UUID id,
        UUID websiteId,
        String kind,
        String status,
        String currency,
        BigDecimal amount,
        Instant createdAt,
        Instant completedAt,
        List<Refund> refunds) {
    record Refund(BigDecimal amount, Instant refundedAt) {}
}
