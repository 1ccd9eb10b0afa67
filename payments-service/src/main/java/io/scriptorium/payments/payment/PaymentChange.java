package io.scriptorium.payments.payment;

import io.scriptorium.outbox.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The public state of a payment: {@code contracts/payment.v1.schema.json}. */
record PaymentChange(
        UUID id,
        UUID websiteId,
        UUID clientId,
        PaymentKind kind,
        String reference,
        BigDecimal amount,
        String currency,
        PaymentStatus status,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        String provider,
        String failureReason,
        String cancellationReason,
        BigDecimal refundedAmount,
        List<Refund> refunds) {
    static final String TOPIC = "payments.payment.changes";
    static final String TYPE = "payments.payment.changed";
    private static final String SCHEMA = "urn:scriptorium:payments:payment:v1";

    record Refund(BigDecimal amount, Instant refundedAt) {}

    static Change changed(Payment payment, List<Refund> refunds) {
        return Change.changed(TOPIC, payment.id.toString(), TYPE, SCHEMA, of(payment, refunds));
    }

    static PaymentChange of(Payment payment, List<Refund> refunds) {
        return new PaymentChange(
                payment.id,
                payment.websiteId(),
                payment.clientId,
                payment.kind,
                payment.reference,
                payment.amount,
                payment.currency,
                payment.status,
                payment.dueAt,
                payment.createdAt,
                payment.updatedAt,
                payment.completedAt,
                payment.provider,
                payment.failureReason,
                payment.cancellationReason,
                payment.refundedAmount,
                refunds);
    }
}
