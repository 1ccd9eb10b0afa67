package io.scriptorium.payments.tip;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What a client gives to a writer, shared as it was when it was made, whatever becomes of the writer's level. */
@Entity
class Tip {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** Given before it is kept: its payment, which it refers to, refers to it. */
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    UUID clientId;
    UUID writerId;
    TipType type;

    /** Null for a direct one. */
    String reference;

    String reason;
    BigDecimal amount;
    String currency;
    UUID levelId;
    String levelName;
    BigDecimal writerPercentage;
    BigDecimal writerEarning;
    BigDecimal platformProfit;
    UUID paymentId;
    TipPaymentStatus paymentStatus = TipPaymentStatus.PENDING;
    BigDecimal refundedAmount = NOTHING;
    BigDecimal writerEarningRefunded = NOTHING;
    Instant createdAt;
    Instant updatedAt;
    Instant completedAt;

    @Version
    long version;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    void share(TipSplit split) {
        amount = split.amount();
        writerPercentage = split.percentage();
        writerEarning = split.writerEarning();
        platformProfit = split.platformProfit();
    }

    /**
     * @param total what was given back so far, this refund included
     * @return what of this refund was the writer's
     */
    BigDecimal refund(BigDecimal total) {
        BigDecimal before = writerEarningRefunded;
        refundedAmount = total;
        writerEarningRefunded = TipSplit.writerShareOf(total, amount, writerEarning);
        return writerEarningRefunded.subtract(before);
    }

    void become(TipPaymentStatus status, Instant now) {
        paymentStatus = status;
        updatedAt = now;
    }
}
