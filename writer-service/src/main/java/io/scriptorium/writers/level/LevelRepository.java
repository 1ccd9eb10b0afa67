package io.scriptorium.writers.level;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class LevelRepository {
    private static final String COLUMNS = """
            l.id, l.website, l.name, l.rank, l.tipPercentage, l.maxOpenOrderRequests, l.maxActiveOrders,
            l.createdAt, l.updatedAt, l.version
            """;

    private static final Listing<LevelView> LIST = Listing.of(
                    LevelView.class, COLUMNS, "WriterLevel l", "l.id", LevelView::id)
            .sortedBy(
                    "rank",
                    SortKey.number("rank", "l.rank", LevelView::rank),
                    SortKey.text("name", "l.name", LevelView::name));

    private final EntityManager entities;

    LevelRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** As the database has it now, whatever this session has read before. */
    Optional<LevelView> find(UUID id) {
        return entities.createQuery("select " + COLUMNS + " from WriterLevel l where l.id = :id", LevelView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Locked until the transaction ends: edits of one level follow one another. */
    WriterLevel locked(UUID id) {
        return Optional.ofNullable(entities.find(WriterLevel.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("writer level " + id));
    }

    /** Others may take it too, but nobody changes it until the transaction ends. */
    Optional<WriterLevel> lockedForUse(UUID id) {
        return Optional.ofNullable(entities.find(WriterLevel.class, id, LockModeType.PESSIMISTIC_READ));
    }

    Page<LevelView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    void add(WriterLevel level) {
        entities.persist(level);
        flush();
    }

    void remove(WriterLevel level) {
        entities.remove(level);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw switch (String.valueOf(refused.getConstraintName())) {
                case "writer_level_name_unique" -> Problem.conflict("name", "is taken on this website");
                case "writer_level_website_exists" -> noSuchWebsite();
                case "writer_profile_level_exists" ->
                    Problem.conflict("Writers have this level. Give them another one first.");
                default -> refused;
            };
        }
    }

    /** The same for a website that is not there and one that is not the caller's. */
    static Problem noSuchWebsite() {
        return Problem.invalid("website_id", "must be the id of a website");
    }
}
