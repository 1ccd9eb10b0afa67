package io.scriptorium.writers.ticket;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tickets of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class TicketRepository {
    private static final Listing<TicketRowView> TICKETS = Listing.of(
                    TicketRowView.class, """
                    t.id, t.tenant, t.writerId, t.category, t.priority, t.status, t.subject, t.assignedTo,
                    t.createdAt, t.updatedAt
                    """, "Ticket t", "t.id", TicketRowView::id)
            .sortedBy(
                    "-created_at",
                    SortKey.instant("created_at", "t.createdAt", TicketRowView::createdAt),
                    SortKey.instant("updated_at", "t.updatedAt", TicketRowView::updatedAt));

    private static final Listing<TicketMessageView> MESSAGES = Listing.of(
                    TicketMessageView.class,
                    "m.id, m.authorId, m.authorRole, m.body, m.createdAt",
                    "TicketMessage m join Ticket t on t.id = m.ticketId",
                    "m.id",
                    TicketMessageView::id)
            .sortedBy("created_at", SortKey.instant("created_at", "m.createdAt", TicketMessageView::createdAt));

    private static final Listing<TicketHistoryView> HISTORY = Listing.of(
                    TicketHistoryView.class,
                    "h.id, h.actorId, h.actorRole, h.field, h.before, h.after, h.note, h.createdAt",
                    "TicketHistory h join Ticket t on t.id = h.ticketId",
                    "h.id",
                    TicketHistoryView::id)
            .sortedBy("created_at", SortKey.instant("created_at", "h.createdAt", TicketHistoryView::createdAt));

    private final EntityManager entities;

    TicketRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Ticket> find(UUID id) {
        return Optional.ofNullable(entities.find(Ticket.class, id));
    }

    /** Locked until the transaction ends: changes of one ticket, and so its revisions, follow one another. */
    Optional<Ticket> locked(UUID id) {
        return Optional.ofNullable(entities.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest first unless asked otherwise; indexes in V021, as for the other two. */
    Page<TicketRowView> list(Filters filters, ListParameters parameters) {
        return TICKETS.page(entities, filters, parameters);
    }

    /** The oldest first. The ticket is joined, so that filters may say whose it is. */
    Page<TicketMessageView> messages(UUID ticket, Filters filters, ListParameters parameters) {
        return MESSAGES.page(entities, filters.equal("m.ticketId", Optional.of(ticket)), parameters);
    }

    Page<TicketHistoryView> history(UUID ticket, Filters filters, ListParameters parameters) {
        return HISTORY.page(entities, filters.equal("h.ticketId", Optional.of(ticket)), parameters);
    }

    List<Ticket> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<Ticket> query =
                entities.createQuery("from Ticket where id > :after" + website + " order by id", Ticket.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void flush() {
        entities.flush();
    }

    static Problem noSuchTicket(UUID id) {
        return Problem.notFound("ticket " + id);
    }
}
