package io.scriptorium.payments.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is read of special-orders-service's {@code order.v1}. */
record OrderState(
        UUID id,
        UUID websiteId,
        UUID clientId,
        String currency,
        Boolean isApproved,
        String status,
        List<Installment> installments) {

    record Installment(UUID id, BigDecimal amount, Instant dueAt, String status) {
        boolean is(String other) {
            return other.equals(status);
        }
    }

    boolean cancelled() {
        return "cancelled".equals(status);
    }
}
