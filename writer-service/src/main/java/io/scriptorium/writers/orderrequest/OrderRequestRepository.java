package io.scriptorium.writers.orderrequest;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Requests of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class OrderRequestRepository {
    private static final String COLUMNS = """
            r.id, r.website, r.writerId, r.orderId, r.reason, r.status, r.feedback, r.requestedAt, r.decidedAt,
            r.decidedBy, r.updatedAt, r.version
            """;

    /** The writer's name comes along, by the entity's name, so that a page stays one statement. */
    private static final Listing<OrderRequestRowView> LIST = Listing.of(
                    OrderRequestRowView.class,
                    """
                    r.id, r.website, r.writerId, w.registrationId, w.penName, r.orderId, r.status, r.requestedAt,
                    r.decidedAt, r.version
                    """,
                    "OrderRequest r left join WriterProfile w on w.tenant = r.tenant and w.writerId = r.writerId",
                    "r.id",
                    OrderRequestRowView::id)
            .sortedBy(
                    "-requested_at",
                    SortKey.instant("requested_at", "r.requestedAt", OrderRequestRowView::requestedAt));

    private final EntityManager entities;

    OrderRequestRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<OrderRequestView> find(UUID id) {
        return entities.createQuery(
                        "select " + COLUMNS + " from OrderRequest r where r.id = :id", OrderRequestView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Page<OrderRequestRowView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    /** Locked until the transaction ends: decisions on one request follow one another. */
    OrderRequest locked(UUID id) {
        return Optional.ofNullable(entities.find(OrderRequest.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> noSuchRequest(id));
    }

    /** That request, and all others of its order that an approval concerns. */
    List<OrderRequest> lockedOfOrder(OrderRequestView request) {
        return entities.createQuery("""
                        from OrderRequest
                        where orderId = :order and tenant = :tenant and (id = :id or status in (OPEN, APPROVED))
                        order by id
                        """, OrderRequest.class)
                .setParameter("order", request.orderId())
                .setParameter("tenant", request.websiteId().toString())
                .setParameter("id", request.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<OrderRequest> lockedOpenOf(UUID writerId) {
        return entities.createQuery(
                        "from OrderRequest where writerId = :writer and status = OPEN order by id", OrderRequest.class)
                .setParameter("writer", writerId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<OrderRequest> lockedApprovedOf(Collection<UUID> orders) {
        return entities.createQuery(
                        "from OrderRequest where orderId in :orders and status = APPROVED order by id",
                        OrderRequest.class)
                .setParameter("orders", orders)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<OrderRequest> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<OrderRequest> query = entities.createQuery(
                "from OrderRequest where id > :after" + website + " order by id", OrderRequest.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Requests for one order and approvals of one follow one another. A lock of PostgreSQL's that stands for the order,
     * whose row another service has; it ends with the transaction, and touches no table.
     */
    void lockOrder(UUID orderId) {
        entities.createQuery(
                        "select cast(sql('pg_advisory_xact_lock(hashtextextended(?, 1))', :order) as String)",
                        String.class)
                .setParameter("order", "order " + orderId)
                .getSingleResult();
    }

    long openOf(UUID writerId) {
        return count("select count(*) from OrderRequest where writerId = :value and status = OPEN", writerId);
    }

    /** Approved, and no order shows it yet. */
    long notTakenUpOf(UUID writerId) {
        return count(
                "select count(*) from OrderRequest where writerId = :value and status = APPROVED and not takenUp",
                writerId);
    }

    boolean isGiven(UUID orderId) {
        return count("select count(*) from OrderRequest where orderId = :value and status = APPROVED", orderId) > 0;
    }

    void add(OrderRequest request) {
        entities.persist(request);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw switch (String.valueOf(refused.getConstraintName())) {
                case "order_request_open_once" ->
                    Problem.conflict("order_id", "is one that you ask for already; withdraw that request first");
                case "order_request_approved_once" -> given();
                default -> refused;
            };
        }
    }

    static Problem given() {
        return Problem.conflict("The order is given to a writer. Reject that writer's request first.");
    }

    /** The same for one that is not there, one of another website, and one that is not the caller's. */
    static Problem noSuchRequest(UUID id) {
        return Problem.notFound("order request " + id);
    }

    private long count(String query, UUID value) {
        return entities.createQuery(query, Long.class)
                .setParameter("value", value)
                .getSingleResult();
    }
}
