package io.scriptorium.payments.tip;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A tip, as the client who gave it and the website's staff see it.
 *
 * @param reference what it is given for; null for a direct one
 * @param amount what the client pays: the writer's earning and the platform's profit together
 * @param levelId the writer's level when the tip was made, as the name and the percentage are
 * @param writerEarning before any refund
 * @param paymentId by which it is paid
 * @param writerEarningRefunded what of the refunded amount was the writer's
 * @param completedAt when it was paid; null until then
 */
public record TipView(
        UUID id,
        UUID websiteId,
        UUID clientId,
        UUID writerId,
        TipType type,
        String reference,
        String reason,
        BigDecimal amount,
        String currency,
        UUID levelId,
        String levelName,
        BigDecimal writerPercentage,
        BigDecimal writerEarning,
        BigDecimal platformProfit,
        UUID paymentId,
        TipPaymentStatus paymentStatus,
        BigDecimal refundedAmount,
        BigDecimal writerEarningRefunded,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt,
        long version) {

    static TipView of(Tip tip) {
        return new TipView(
                tip.id,
                tip.websiteId(),
                tip.clientId,
                tip.writerId,
                tip.type,
                tip.reference,
                tip.reason,
                tip.amount,
                tip.currency,
                tip.levelId,
                tip.levelName,
                tip.writerPercentage,
                tip.writerEarning,
                tip.platformProfit,
                tip.paymentId,
                tip.paymentStatus,
                tip.refundedAmount,
                tip.writerEarningRefunded,
                tip.createdAt,
                tip.updatedAt,
                tip.completedAt,
                tip.version);
    }
}
