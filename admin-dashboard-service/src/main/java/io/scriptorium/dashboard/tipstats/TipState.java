package io.scriptorium.dashboard.tipstats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What is counted of {@code payments.tip.changes}. */
record TipState(
        UUID id,
        UUID websiteId,
        UUID clientId,
        UUID writerId,
        String type,
        BigDecimal amount,
        String currency,
        String levelName,
        BigDecimal writerPercentage,
        BigDecimal writerEarning,
        BigDecimal platformProfit,
        String paymentStatus,
        BigDecimal refundedAmount,
        BigDecimal writerEarningRefunded,
        Instant createdAt) {}
