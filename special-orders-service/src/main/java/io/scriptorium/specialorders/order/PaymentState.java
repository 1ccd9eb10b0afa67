package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What is read of payments-service's {@code payment.v1}.
 *
 * @param reference the installment's id, where the kind is {@code installment}
 * @param completedAt when it was paid; stays when it is refunded
 * @param cancellationReason null unless cancelled
 */
record PaymentState(
        UUID id,
        UUID websiteId,
        String kind,
        String reference,
        BigDecimal amount,
        String currency,
        String status,
        Instant completedAt,
        String cancellationReason) {

    boolean ofInstallment() {
        return "installment".equals(kind);
    }

    boolean namesInstallment() {
        return reference != null && reference.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    UUID installmentId() {
        return UUID.fromString(reference);
    }

    boolean wasPaid() {
        return completedAt != null;
    }

    boolean refunded() {
        return "refunded".equals(status);
    }

    boolean cancelled() {
        return "cancelled".equals(status);
    }

    boolean expired() {
        return cancelled() && "expired".equals(cancellationReason);
    }
}
