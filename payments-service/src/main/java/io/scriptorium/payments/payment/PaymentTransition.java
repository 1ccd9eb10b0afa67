package io.scriptorium.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** A step of a payment's history: only ever added, which the database enforces. */
@Entity
@Immutable
class PaymentTransition {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID paymentId;

    /** Null for the first. */
    PaymentStatus fromStatus;

    PaymentStatus toStatus;
    Instant at;
    String actor;
    UUID actorId;
    String reason;

    /** What a refund gave back; null for all else. */
    BigDecimal amount;

    static PaymentTransition of(Payment payment, PaymentStatus from, Actor actor, String reason, BigDecimal amount) {
        PaymentTransition step = new PaymentTransition();
        step.tenant = payment.tenant;
        step.paymentId = payment.id;
        step.fromStatus = from;
        step.toStatus = payment.status;
        step.at = payment.updatedAt;
        step.actor = actor.kind();
        step.actorId = actor.accountId();
        step.reason = reason;
        step.amount = amount;
        return step;
    }

    /** It stays in its state. */
    static PaymentTransition noted(Payment payment, Instant now, Actor actor, String reason) {
        PaymentTransition step = of(payment, payment.status, actor, reason, null);
        step.at = now;
        return step;
    }
}
