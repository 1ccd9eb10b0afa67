package io.scriptorium.payments.deletionmessage;

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
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Deletion messages of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class DeletionMessageRepository {
    private static final Listing<DeletionMessageView> LIST = Listing.of(
                    DeletionMessageView.class, """
                    m.id, m.website, m.name, m.emailSubject, m.message, m.byEmail, m.byNotification,
                    m.active, m.createdAt, m.updatedAt, m.version
                    """, "DeletionMessage m", "m.id", DeletionMessageView::id)
            .sortedBy("-created_at", SortKey.instant("created_at", "m.createdAt", DeletionMessageView::createdAt));

    private final EntityManager entities;

    DeletionMessageRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<DeletionMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(DeletionMessage.class, id));
    }

    /** Locked until the transaction ends: edits of one message, and so its revisions, follow one another. */
    DeletionMessage locked(UUID id) {
        return Optional.ofNullable(entities.find(DeletionMessage.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("deletion message " + id));
    }

    /** The newest first; indexes in V032. */
    Page<DeletionMessageView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    Optional<DeletionMessage> newestActive(UUID website) {
        return entities.createQuery(
                        "from DeletionMessage where tenant = :website and active order by createdAt desc, id desc",
                        DeletionMessage.class)
                .setParameter("website", website.toString())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<DeletionMessage> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<DeletionMessage> query = entities.createQuery(
                "from DeletionMessage where id > :after" + website + " order by id", DeletionMessage.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(DeletionMessage message) {
        entities.persist(message);
        flush();
    }

    void remove(DeletionMessage message) {
        entities.remove(message);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            if (refused.getKind() == ConstraintKind.FOREIGN_KEY) {
                throw Problem.conflict("Reminders refer to it; set is_active to false instead of deleting it.");
            }
            throw refused;
        }
    }
}
