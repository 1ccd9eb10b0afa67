package io.scriptorium.writers.writer;

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

/** Writers of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class WriterRepository {
    /** The level's name comes along, by the entity's name, so that a page stays one statement. */
    private static final String WITH_LEVEL = "WriterProfile w left join WriterLevel l on l.id = w.levelId";

    private static final String COLUMNS = """
            w.id, w.website, w.writerId, w.registrationId, w.penName, w.levelId, l.name, l.rank, l.tipPercentage,
            w.status, w.statusReason, w.statusChangedAt, w.isActive, w.isAvailableForAutoAssignments,
            w.availabilityMessage, w.availabilityChangedAt, w.rating, w.reviews, w.completedOrders, w.activeOrders,
            w.totalEarnings, w.timeZone, w.skills, w.subjects, w.introduction, w.paymentSchedule, w.verified,
            w.createdAt, w.updatedAt, w.lastActiveAt, w.version
            """;

    private static final Listing<WriterRowView> LIST = Listing.of(
                    WriterRowView.class, """
                    w.id, w.website, w.writerId, w.registrationId, w.penName, w.levelId, l.name, w.status, w.isActive,
                    w.isAvailableForAutoAssignments, w.rating, w.reviews, w.completedOrders, w.activeOrders,
                    w.totalEarnings, w.verified, w.createdAt, w.lastActiveAt, w.version
                    """, WITH_LEVEL, "w.id", WriterRowView::id)
            .sortedBy(
                    "-created_at",
                    SortKey.instant("created_at", "w.createdAt", WriterRowView::createdAt),
                    SortKey.decimal("rating", "w.rating", WriterRowView::rating));

    private final EntityManager entities;

    WriterRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<WriterView> find(UUID id) {
        return view("w.id", id);
    }

    Optional<WriterView> findByAccount(UUID writerId) {
        return view("w.writerId", writerId);
    }

    Page<WriterRowView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    /** Locked until the transaction ends: changes of one writer, and so its revisions, follow one another. */
    WriterProfile locked(UUID id) {
        return Optional.ofNullable(entities.find(WriterProfile.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> noSuchWriter(id));
    }

    Optional<WriterProfile> lockedByAccount(UUID writerId) {
        return entities.createQuery("from WriterProfile where writerId = :writer", WriterProfile.class)
                .setParameter("writer", writerId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    List<WriterProfile> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<WriterProfile> query = entities.createQuery(
                "from WriterProfile where id > :after" + website + " order by id", WriterProfile.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return page(query, id, rows);
    }

    List<WriterProfile> lockedOfLevel(UUID levelId, UUID after, int rows) {
        TypedQuery<WriterProfile> query = entities.createQuery(
                "from WriterProfile where levelId = :level and id > :after order by id", WriterProfile.class);
        return page(query.setParameter("level", levelId), after, rows);
    }

    void add(WriterProfile writer) {
        entities.persist(writer);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw switch (String.valueOf(refused.getConstraintName())) {
                case "writer_profile_one_for_an_account" ->
                    Problem.conflict("writer_id", "has a profile already; change that one");
                case "writer_profile_of_a_writer" -> noSuchAccount();
                case "writer_profile_level_exists" -> noSuchLevel();
                default -> refused;
            };
        }
    }

    /** The same for one that is not there, one of another website, and one that is not the caller's. */
    static Problem noSuchWriter(UUID id) {
        return Problem.notFound("writer " + id);
    }

    static Problem noSuchAccount() {
        return Problem.invalid("writer_id", "must be the id of an account of role writer");
    }

    static Problem noSuchLevel() {
        return Problem.invalid("level_id", "must be the id of a level of the writer's website");
    }

    private Optional<WriterView> view(String path, UUID value) {
        return entities.createQuery(
                        "select " + COLUMNS + " from " + WITH_LEVEL + " where " + path + " = :value", WriterView.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    private static List<WriterProfile> page(TypedQuery<WriterProfile> query, UUID after, int rows) {
        return query.setParameter("after", after)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
