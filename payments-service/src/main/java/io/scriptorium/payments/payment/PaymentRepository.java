package io.scriptorium.payments.payment;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Payments of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class PaymentRepository {
    /** Where the database sorts what is due at no time; see V010. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Listing<PaymentView> LIST = Listing.of(
                    PaymentView.class, """
                    p.id, p.website, p.clientId, p.kind, p.reference, p.amount, p.currency, p.status, p.dueAt,
                    p.createdAt, p.updatedAt, p.completedAt, p.provider, p.providerReference, p.failureReason,
                    p.cancellationReason, p.refundedAmount, p.version
                    """, "Payment p", "p.id", PaymentView::id)
            .sortedBy(
                    "-created_at",
                    SortKey.instant("created_at", "p.createdAt", PaymentView::createdAt),
                    SortKey.instant(
                            "due_at", "p.dueOrder", payment -> payment.dueAt() == null ? NEVER : payment.dueAt()),
                    SortKey.decimal("amount", "p.amount", PaymentView::amount));

    private static final Listing<PaymentTransitionView> TRANSITIONS = Listing.of(
                    PaymentTransitionView.class,
                    "t.id, t.fromStatus, t.toStatus, t.at, t.actor, t.actorId, t.reason, t.amount",
                    "PaymentTransition t",
                    "t.id",
                    PaymentTransitionView::id)
            .sortedBy("at", SortKey.instant("at", "t.at", PaymentTransitionView::at));

    private final EntityManager entities;

    PaymentRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Payment> find(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    /** Locked until the transaction ends: what happens to one payment, and so its revisions, follow one another. */
    Optional<Payment> lockedIfThere(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Payment locked(UUID id) {
        return lockedIfThere(id).orElseThrow(() -> notFound(id));
    }

    static Problem notFound(UUID id) {
        return Problem.notFound("payment " + id);
    }

    Optional<Payment> find(PaymentKind kind, String reference) {
        return entities.createQuery("from Payment where kind = :kind and reference = :reference", Payment.class)
                .setParameter("kind", kind)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }

    /** All that an order's installments ever became, locked in the order of their ids. */
    List<Payment> lockedOfOrder(UUID orderId) {
        return entities.createQuery("from Payment where orderId = :order order by id", Payment.class)
                .setParameter("order", orderId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Page<PaymentView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    Page<PaymentTransitionView> transitions(UUID paymentId, ListParameters parameters) {
        return TRANSITIONS.page(entities, new Filters().equal("t.paymentId", Optional.of(paymentId)), parameters);
    }

    List<Payment> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<Payment> query =
                entities.createQuery("from Payment where id > :after" + website + " order by id", Payment.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What was given back, the oldest first; nothing is read for payments of which nothing was. */
    Map<UUID, List<PaymentChange.Refund>> refundsOf(Collection<Payment> payments) {
        List<UUID> refunded = payments.stream()
                .filter(payment -> payment.refundedAmount.signum() > 0)
                .map(payment -> payment.id)
                .toList();
        if (refunded.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<PaymentChange.Refund>> byPayment = new HashMap<>();
        entities.createQuery(
                        "from PaymentTransition where paymentId in :ids and amount is not null order by paymentId, at, id",
                        PaymentTransition.class)
                .setParameter("ids", refunded)
                .getResultStream()
                .forEach(step -> byPayment
                        .computeIfAbsent(step.paymentId, none -> new ArrayList<>())
                        .add(new PaymentChange.Refund(step.amount, step.at)));
        return byPayment;
    }

    void add(Payment payment) {
        entities.persist(payment);
        flush();
    }

    void add(PaymentTransition step) {
        entities.persist(step);
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            if ("payment_once_per_reference".equals(refused.getConstraintName())) {
                throw Problem.conflict("reference", "has a payment of this kind already");
            }
            throw refused;
        }
    }

    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_EVEN);
    }
}
