package io.scriptorium.payments.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment as the API and other features see it.
 *
 * @param clientId the account of who owes or paid it
 * @param reference the id of the installment, of the tip, or of the order
 * @param dueAt null when it is due at no particular time
 * @param completedAt when it was paid; stays when it is refunded
 * @param provider who moved the money; null until one was asked
 * @param failureReason null unless failed
 * @param cancellationReason null unless cancelled
 */
public record PaymentView(
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
        String providerReference,
        String failureReason,
        String cancellationReason,
        BigDecimal refundedAmount,
        long version) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
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
                payment.providerReference,
                payment.failureReason,
                payment.cancellationReason,
                payment.refundedAmount,
                payment.version);
    }

    @JsonIgnore
    public boolean isForTip() {
        return kind == PaymentKind.TIP;
    }

    @JsonIgnore
    public boolean isForInstallment() {
        return kind == PaymentKind.INSTALLMENT;
    }

    @JsonIgnore
    public boolean isPending() {
        return status == PaymentStatus.PENDING;
    }
}
