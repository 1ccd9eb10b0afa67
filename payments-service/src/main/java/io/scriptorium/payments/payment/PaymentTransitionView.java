package io.scriptorium.payments.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A step of a payment's history.
 *
 * @param fromStatus null for the first
 * @param actor account, provider or system
 * @param actorId the account that asked for it; null for the others
 * @param amount what a refund gave back; null for all else
 */
public record PaymentTransitionView(
        UUID id,
        PaymentStatus fromStatus,
        PaymentStatus toStatus,
        Instant at,
        String actor,
        UUID actorId,
        String reason,
        BigDecimal amount) {}
