package io.scriptorium.payments.payment;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What providers were asked; the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class AttemptRepository {
    /** Jakarta Persistence has no name for it: Hibernate takes this lock time-out for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    private static final Listing<PaymentRefundView> REFUNDS = Listing.of(
                    PaymentRefundView.class,
                    "a.id, a.paymentId, a.amount, a.status, a.failureReason, a.reason, a.requestedBy, a.createdAt,"
                            + " a.closedAt",
                    "PaymentAttempt a",
                    "a.id",
                    PaymentRefundView::id)
            .sortedBy("created_at", SortKey.instant("created_at", "a.createdAt", PaymentRefundView::createdAt));

    private final EntityManager entities;

    AttemptRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(PaymentAttempt attempt) {
        entities.persist(attempt);
        entities.flush();
    }

    Optional<PaymentAttempt> find(UUID id) {
        return Optional.ofNullable(entities.find(PaymentAttempt.class, id));
    }

    Optional<UUID> paymentOf(UUID id) {
        return entities.createQuery("select a.paymentId from PaymentAttempt a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    PaymentAttempt captureOf(UUID payment) {
        return entities.createQuery(
                        "from PaymentAttempt where paymentId = :payment and kind = 'charge' and status = :succeeded",
                        PaymentAttempt.class)
                .setParameter("payment", payment)
                .setParameter("succeeded", AttemptStatus.SUCCEEDED)
                .getSingleResult();
    }

    /** In whatever state; there are few of one payment. */
    List<PaymentAttempt> refundsOf(UUID payment) {
        return entities.createQuery(
                        "from PaymentAttempt where paymentId = :payment and kind = 'refund'", PaymentAttempt.class)
                .setParameter("payment", payment)
                .getResultList();
    }

    Page<PaymentRefundView> refunds(UUID payment, ListParameters parameters) {
        return REFUNDS.page(
                entities,
                new Filters().equal("a.paymentId", Optional.of(payment)).is("a.kind = 'refund'"),
                parameters);
    }

    /** Locked for this transaction, but for those that another replica has locked. */
    List<PaymentAttempt> due(Instant now, int rows) {
        return entities.createQuery(
                        "from PaymentAttempt where status = :open and nextCheckAt <= :now order by nextCheckAt, id",
                        PaymentAttempt.class)
                .setParameter("open", AttemptStatus.OPEN)
                .setParameter("now", now)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
    }
}
