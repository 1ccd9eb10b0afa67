package io.scriptorium.writers.writer;

import io.scriptorium.outbox.Outbox;
import io.scriptorium.writers.level.LevelService;
import io.scriptorium.writers.level.LevelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** What is owed of one level, batch by batch; how far it has come is written down in the batch's own transaction. */
@ApplicationScoped
class LevelRepublicationBatch {
    /** How many writers are locked at once. */
    static final int SIZE = 200;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entities;
    private final WriterRepository writers;
    private final LevelService levels;
    private final Outbox outbox;

    LevelRepublicationBatch(EntityManager entities, WriterRepository writers, LevelService levels, Outbox outbox) {
        this.entities = entities;
        this.writers = writers;
        this.levels = levels;
        this.outbox = outbox;
    }

    /** A row of its own for each change: it waits for no batch, while it holds the level's lock. */
    void owe(LevelView level) {
        LevelRepublication owed = new LevelRepublication();
        owed.tenant = level.websiteId().toString();
        owed.levelId = level.id();
        entities.persist(owed);
    }

    /**
     * The next writers of the level. Who is given the level now, or changes otherwise, has read it after its change or is
     * found here: see {@link LevelService#findToGive} and {@link LevelService#find}.
     *
     * @return whether there may be more
     */
    boolean publishNext(UUID levelId) {
        List<LevelRepublication> owed = entities.createQuery(
                        "from LevelRepublication where levelId = :level order by id", LevelRepublication.class)
                .setParameter("level", levelId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (owed.isEmpty()) {
            return false;
        }
        LevelRepublication first = owed.get(0);
        if (owed.size() > 1) {
            // All these changes are committed, so one walk from the beginning shows every one of them.
            owed.subList(1, owed.size()).forEach(entities::remove);
            first.afterId = null;
        }
        List<WriterProfile> batch =
                writers.lockedOfLevel(levelId, first.afterId == null ? BEFORE_ALL : first.afterId, SIZE);
        if (batch.isEmpty()) {
            entities.remove(first);
            return false;
        }
        WriterLevels current = new WriterLevels(levels);
        batch.forEach(writer -> outbox.append(WriterChange.changed(writer, current.of(writer))));
        first.afterId = batch.get(batch.size() - 1).id;
        return true;
    }
}
