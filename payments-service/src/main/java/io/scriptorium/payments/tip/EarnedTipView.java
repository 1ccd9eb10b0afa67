package io.scriptorium.payments.tip;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A tip, as the writer who gets it sees it: the own share, and nothing from which the rest could be reckoned.
 *
 * @param reference what it is given for; null for a direct one
 * @param writerEarning before any refund
 * @param writerEarningRefunded what was taken back of it
 * @param completedAt when it was paid; null until then
 */
public record EarnedTipView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        TipType type,
        String reference,
        String reason,
        BigDecimal writerEarning,
        BigDecimal writerEarningRefunded,
        String currency,
        TipPaymentStatus paymentStatus,
        Instant createdAt,
        Instant completedAt,
        long version) {

    static EarnedTipView of(Tip tip) {
        return new EarnedTipView(
                tip.id,
                tip.websiteId(),
                tip.writerId,
                tip.type,
                tip.reference,
                tip.reason,
                tip.writerEarning,
                tip.writerEarningRefunded,
                tip.currency,
                tip.paymentStatus,
                tip.createdAt,
                tip.completedAt,
                tip.version);
    }
}
