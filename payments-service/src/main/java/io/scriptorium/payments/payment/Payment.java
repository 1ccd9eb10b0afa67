package io.scriptorium.payments.payment;

import io.scriptorium.platform.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What a client owes or paid. Its states follow one another as {@link PaymentStatus} says, and no other way. */
@Entity
class Payment {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    UUID clientId;
    PaymentKind kind;
    String reference;

    /** The special order that an installment is of; null for other kinds. */
    UUID orderId;

    BigDecimal amount;
    String currency;
    PaymentStatus status;
    Instant dueAt;

    /** As the database computes it: the due date, or a far one without. */
    @Column(insertable = false, updatable = false)
    Instant dueOrder;

    Instant createdAt;
    Instant updatedAt;
    Instant completedAt;
    String provider;
    String providerReference;
    String failureReason;
    String cancellationReason;
    BigDecimal refundedAmount;

    @Version
    long version;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    /** @throws Problem 409 that names what it may become */
    void become(PaymentStatus next, Instant now) {
        mayBecome(next);
        status = next;
        updatedAt = now;
    }

    void mayBecome(PaymentStatus next) {
        if (!status.next().contains(next)) {
            throw Problem.illegalTransition(status, next, status.next());
        }
    }
}
