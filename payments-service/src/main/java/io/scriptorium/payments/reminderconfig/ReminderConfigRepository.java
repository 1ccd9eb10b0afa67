package io.scriptorium.payments.reminderconfig;

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
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Reminder configs of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class ReminderConfigRepository {
    private static final Listing<ReminderConfigView> LIST = Listing.of(
                    ReminderConfigView.class, """
                    c.id, c.website, c.name, c.deadlinePercentage, c.emailSubject, c.message, c.byEmail,
                    c.byNotification, c.active, c.displayOrder, c.createdAt, c.updatedAt, c.version
                    """, "ReminderConfig c", "c.id", ReminderConfigView::id)
            .sortedBy(
                    "display_order",
                    SortKey.number("display_order", "c.displayOrder", ReminderConfigView::displayOrder),
                    SortKey.number(
                            "deadline_percentage", "c.deadlinePercentage", ReminderConfigView::deadlinePercentage));

    private final EntityManager entities;

    ReminderConfigRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ReminderConfig> find(UUID id) {
        return Optional.ofNullable(entities.find(ReminderConfig.class, id));
    }

    /** Locked until the transaction ends: edits of one config, and so its revisions, follow one another. */
    ReminderConfig locked(UUID id) {
        return Optional.ofNullable(entities.find(ReminderConfig.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("reminder config " + id));
    }

    /** In display order unless asked otherwise; indexes in V031. */
    Page<ReminderConfigView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    List<ReminderConfig> active(Collection<UUID> websites) {
        return entities.createQuery(
                        "from ReminderConfig where tenant in :websites and active order by deadlinePercentage",
                        ReminderConfig.class)
                .setParameter("websites", websites.stream().map(UUID::toString).toList())
                .getResultList();
    }

    List<ReminderConfig> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<ReminderConfig> query = entities.createQuery(
                "from ReminderConfig where id > :after" + website + " order by id", ReminderConfig.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(ReminderConfig config) {
        entities.persist(config);
        flush();
    }

    void remove(ReminderConfig config) {
        entities.remove(config);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            if ("reminder_config_percentage_unique".equals(refused.getConstraintName())) {
                throw Problem.conflict("deadline_percentage", "is taken by another config of this website");
            }
            if (refused.getKind() == ConstraintKind.FOREIGN_KEY) {
                throw Problem.conflict("Reminders refer to the config; set is_active to false instead of deleting it.");
            }
            throw refused;
        }
    }
}
