package io.scriptorium.payments.reminder;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.jpa.SpecHints;

/** Reminders and schedules. The tenant filter stands in every query here, unseen; the engine works as all websites. */
@ApplicationScoped
class ReminderRepository {
    private static final String SELECT = """
            r.id, r.website, r.paymentId, r.clientId, r.kind, r.configId, r.deletionMessageId, r.byEmail,
            r.byNotification, r.title, r.text, r.status, r.outcome, r.reason, r.attempts, r.createdAt, r.updatedAt,
            r.sentAt
            """;
    private static final Listing<ReminderView> LIST = Listing.of(
                    ReminderView.class, SELECT, "Reminder r", "r.id", ReminderView::id)
            .sortedBy("-created_at", SortKey.instant("created_at", "r.createdAt", ReminderView::createdAt));
    /** The value by which Jakarta Persistence, through Hibernate, asks for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;

    ReminderRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest first; indexes in V034. */
    Page<ReminderView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    Optional<ReminderView> view(UUID id) {
        return entities.createQuery("select " + SELECT + " from Reminder r where r.id = :id", ReminderView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** For whoever delivered it. */
    Optional<Reminder> lockedIfPending(UUID id) {
        return Optional.ofNullable(entities.find(Reminder.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Reminder::isPending);
    }

    List<Reminder> lockedOpenOf(UUID payment) {
        return entities.createQuery(
                        "from Reminder where paymentId = :payment and outcome = :open order by id", Reminder.class)
                .setParameter("payment", payment)
                .setParameter("open", ReminderOutcome.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<Reminder> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<Reminder> query =
                entities.createQuery("from Reminder where id > :after" + website + " order by id", Reminder.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Those whose turn it is, the longest waiting first, but for those that somebody else has in hand. */
    List<Reminder> claimDeliverable(Instant now, int rows) {
        return entities.createQuery("from Reminder where nextAttemptAt <= :now order by nextAttemptAt", Reminder.class)
                .setParameter("now", now)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList();
    }

    /** Those about which something is to be done, as {@link #claimDeliverable}. */
    List<ReminderSchedule> claimDue(Instant now, int rows) {
        return entities.createQuery(
                        "from ReminderSchedule where nextActionAt <= :now order by nextActionAt",
                        ReminderSchedule.class)
                .setParameter("now", now)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList();
    }

    /** As they are at this moment, held by nobody. */
    List<UUID> dueNow(Instant now, int rows) {
        return entities.createQuery(
                        "select paymentId from ReminderSchedule where nextActionAt <= :now order by nextActionAt",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(rows)
                .getResultList();
    }

    Optional<ReminderSchedule> claimDue(UUID payment, Instant now) {
        return entities.createQuery(
                        "from ReminderSchedule where paymentId = :payment and nextActionAt <= :now",
                        ReminderSchedule.class)
                .setParameter("payment", payment)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultStream()
                .findFirst();
    }

    /** The next of a website in the order of their ids. Who is passed over is being planned by somebody just now. */
    List<ReminderSchedule> claimOf(UUID website, UUID after, int rows) {
        return entities.createQuery(
                        "from ReminderSchedule where tenant = :website and paymentId > :after order by paymentId",
                        ReminderSchedule.class)
                .setParameter("website", website.toString())
                .setParameter("after", after)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList();
    }

    Optional<ReminderPlan> claimOutdatedPlan() {
        return entities.createQuery(
                        "from ReminderPlan where outdatedAfter is not null order by websiteId", ReminderPlan.class)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultStream()
                .findFirst();
    }

    /** Until the transaction ends, nobody changes the configs of these websites. */
    void sharePlans(Collection<UUID> websites) {
        websites.stream().sorted().forEach(website -> {
            entities.createQuery("""
                            insert into ReminderPlan (websiteId) values (:website) on conflict (websiteId) do nothing
                            """).setParameter("website", website).executeUpdate();
            entities.find(ReminderPlan.class, website, LockModeType.PESSIMISTIC_READ);
        });
    }

    /** The configs by which each payment has a reminder. */
    Map<UUID, Set<UUID>> recordedConfigs(Collection<UUID> payments) {
        Map<UUID, Set<UUID>> recorded = new HashMap<>();
        if (!payments.isEmpty()) {
            entities.createQuery(
                            "select paymentId, configId from Reminder where paymentId in :payments and configId is not null",
                            Object[].class)
                    .setParameter("payments", payments)
                    .setHint(HibernateHints.HINT_READ_ONLY, true)
                    .getResultStream()
                    .forEach(row -> recorded.computeIfAbsent((UUID) row[0], none -> new HashSet<>())
                            .add((UUID) row[1]));
        }
        return recorded;
    }

    /** Of each payment, when the last reminder was recorded that is or will be sent. */
    Map<UUID, Instant> latestReminders(Collection<UUID> payments) {
        Map<UUID, Instant> latest = new HashMap<>();
        entities.createQuery("""
                        select paymentId, max(createdAt) from Reminder
                        where paymentId in :payments and kind = :kind and status <> :skipped
                        group by paymentId
                        """, Object[].class)
                .setParameter("payments", payments)
                .setParameter("kind", ReminderKind.REMINDER)
                .setParameter("skipped", ReminderStatus.SKIPPED)
                .getResultStream()
                .forEach(row -> latest.put((UUID) row[0], (Instant) row[1]));
        return latest;
    }

    /** Those of the payments that are pending. */
    Set<UUID> scheduled(Collection<UUID> payments) {
        return new HashSet<>(
                entities.createQuery("select paymentId from ReminderSchedule where paymentId in :payments", UUID.class)
                        .setParameter("payments", payments)
                        .getResultList());
    }

    Optional<ReminderSchedule> schedule(UUID payment) {
        return Optional.ofNullable(entities.find(ReminderSchedule.class, payment));
    }

    void removeSchedule(UUID payment) {
        entities.createQuery("delete from ReminderSchedule where paymentId = :payment")
                .setParameter("payment", payment)
                .executeUpdate();
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void flush() {
        entities.flush();
    }
}
