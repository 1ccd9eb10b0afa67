package io.scriptorium.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/**
 * Something that a provider is asked: a charge or a refund. Its id is the key that the provider gets. Changed only under
 * its payment's row lock, but for {@link #nextCheckAt}, by which the reconciler claims it.
 */
@Entity
class PaymentAttempt {
    static final String CHARGE = "charge";
    static final String REFUND = "refund";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID paymentId;
    String kind;
    String provider;

    /** What the client pays with; forgotten when nobody needs to be asked any more. */
    String token;

    /** The charge that a refund gives back from; null for a charge. */
    UUID chargeId;

    BigDecimal amount;
    AttemptStatus status;
    String failureReason;
    String providerReference;
    UUID requestedBy;
    String reason;
    int checks;

    /** Null once it is closed. */
    Instant nextCheckAt;

    Instant createdAt;
    Instant closedAt;

    boolean isCharge() {
        return kind.equals(CHARGE);
    }

    boolean isOpen() {
        return status == AttemptStatus.OPEN;
    }

    void close(AttemptStatus outcome, String reference, String failure, Instant now) {
        status = outcome;
        providerReference = reference;
        failureReason = failure;
        token = null;
        nextCheckAt = null;
        closedAt = now;
    }
}
