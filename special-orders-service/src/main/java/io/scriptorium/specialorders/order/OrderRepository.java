package io.scriptorium.specialorders.order;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders of the caller's website, with their installments and their history. */
@ApplicationScoped
class OrderRepository {
    private static final SortKey<OrderRow> CREATED_AT =
            SortKey.instant("created_at", "o.createdAt", OrderRow::createdAt);

    private static final Listing<OrderRow> ORDERS = Listing.of(
                    OrderRow.class, OrderRow.COLUMNS, "SpecialOrder o", "o.id", OrderRow::id)
            .sortedBy("-created_at", CREATED_AT);

    private static final Listing<OrderRow> QUEUE = Listing.of(
                    OrderRow.class, OrderRow.COLUMNS, "SpecialOrder o", "o.id", OrderRow::id)
            .sortedBy("created_at", CREATED_AT);

    private static final Listing<InstallmentRow> INSTALLMENTS = Listing.of(
                    InstallmentRow.class, InstallmentRow.COLUMNS, "Installment i", "i.id", InstallmentRow::id)
            .sortedBy("due_at", SortKey.instant("due_at", "i.dueAt", InstallmentRow::dueAt));

    private static final Listing<HistoryEntryView> HISTORY = Listing.of(
                    HistoryEntryView.class,
                    "h.id, h.at, h.actorId, h.actorRole, h.action, h.status, h.what, h.why",
                    "HistoryEntry h",
                    "h.id",
                    HistoryEntryView::id)
            .sortedBy("at", SortKey.instant("at", "h.at", HistoryEntryView::at));

    private static final String STATISTICS = """
            select i.currency, count(*),
                   sum(case when i.status = InstallmentStatus.PAID then 1L else 0L end),
                   sum(case when i.status = InstallmentStatus.UNPAID then 1L else 0L end),
                   sum(case when i.status = InstallmentStatus.UNPAID and i.dueAt < :now then 1L else 0L end),
                   sum(case when i.status = InstallmentStatus.PAID then i.amount else 0.00bd end),
                   sum(case when i.status = InstallmentStatus.UNPAID then i.amount else 0.00bd end),
                   sum(case when i.status = InstallmentStatus.UNPAID and i.dueAt < :now then i.amount else 0.00bd end)
              from Installment i
            """;

    private final EntityManager entities;

    OrderRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** With its installments, in one statement. */
    Optional<SpecialOrder> find(UUID id) {
        return entities
                .createQuery("from SpecialOrder o left join fetch o.installments where o.id = :id", SpecialOrder.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Locked until the transaction ends: steps of one order, and so its revisions, follow one another. */
    SpecialOrder locked(UUID id) {
        return Optional.ofNullable(entities.find(SpecialOrder.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("special order " + id));
    }

    /** The order of an installment, locked; empty when there is none. */
    Optional<SpecialOrder> lockedOf(UUID installmentId) {
        return entities.createQuery("select i.order.id from Installment i where i.id = :id", UUID.class)
                .setParameter("id", installmentId)
                .getResultStream()
                .findFirst()
                .map(this::locked);
    }

    List<SpecialOrder> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<SpecialOrder> query = entities.createQuery(
                "from SpecialOrder where id > :after" + website + " order by id", SpecialOrder.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Page<OrderRow> list(Filters filters, ListParameters parameters) {
        return ORDERS.page(entities, filters, parameters);
    }

    /** Whoever waits longest comes first. */
    Page<OrderRow> queue(Filters filters, ListParameters parameters) {
        return QUEUE.page(entities, filters, parameters);
    }

    Page<InstallmentRow> installments(InstallmentFilter filter, ListParameters parameters) {
        return INSTALLMENTS.page(entities, filter.filters(), parameters);
    }

    List<InstallmentStatisticsView> statistics(InstallmentFilter filter, Instant now) {
        return filter.bind(entities.createQuery(
                        STATISTICS + filter.where() + " group by i.currency order by i.currency",
                        InstallmentStatisticsView.class))
                .setParameter("now", now)
                .getResultList();
    }

    Page<HistoryEntryView> history(UUID orderId, ListParameters parameters) {
        return HISTORY.page(entities, new Filters().equal("h.orderId", Optional.of(orderId)), parameters);
    }

    void add(SpecialOrder order) {
        entities.persist(order);
    }

    /** Writes the order now, and what happened to it. */
    void write(SpecialOrder order) {
        order.happened.forEach(entities::persist);
        order.happened.clear();
        entities.flush();
    }
}
