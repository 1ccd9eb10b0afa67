package io.scriptorium.payments.tip;

import io.scriptorium.outbox.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The public state of a tip: {@code contracts/tip.v1.schema.json}. Not its reason, which only two people need. */
record TipChange(
        UUID id,
        UUID websiteId,
        UUID clientId,
        UUID writerId,
        TipType type,
        String reference,
        BigDecimal amount,
        String currency,
        UUID levelId,
        String levelName,
        BigDecimal writerPercentage,
        BigDecimal writerEarning,
        BigDecimal platformProfit,
        TipPaymentStatus paymentStatus,
        BigDecimal refundedAmount,
        BigDecimal writerEarningRefunded,
        Instant createdAt,
        Instant updatedAt,
        Instant completedAt) {
    static final String TOPIC = "payments.tip.changes";
    static final String TYPE = "payments.tip.changed";
    private static final String SCHEMA = "urn:scriptorium:payments:tip:v1";

    static Change changed(Tip tip) {
        return Change.changed(TOPIC, tip.id.toString(), TYPE, SCHEMA, of(tip));
    }

    static TipChange of(Tip tip) {
        return new TipChange(
                tip.id,
                tip.websiteId(),
                tip.clientId,
                tip.writerId,
                tip.type,
                tip.reference,
                tip.amount,
                tip.currency,
                tip.levelId,
                tip.levelName,
                tip.writerPercentage,
                tip.writerEarning,
                tip.platformProfit,
                tip.paymentStatus,
                tip.refundedAmount,
                tip.writerEarningRefunded,
                tip.createdAt,
                tip.updatedAt,
                tip.completedAt);
    }
}
