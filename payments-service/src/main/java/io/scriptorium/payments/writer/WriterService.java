package io.scriptorium.payments.writer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The writers of the caller's website, as far as this service has heard of them. */
@ApplicationScoped
public class WriterService {
    private final EntityManager entities;

    WriterService(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Empty for one that does not exist, that works for another website, and that has not been heard of yet. Of two
     * profiles the newer counts: ids grow with time, and the older one's deletion is still on its way.
     *
     * @param writerId the writer's account
     */
    @Transactional
    public Optional<WriterView> find(UUID writerId) {
        return entities.createQuery("from Writer where writerId = :writer order by id desc", Writer.class)
                .setParameter("writer", writerId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(WriterView::of);
    }

    void keep(WriterState state) {
        Writer writer = entities.find(Writer.class, state.id());
        boolean unheardOf = writer == null;
        if (unheardOf) {
            writer = new Writer();
            writer.id = state.id();
        }
        WriterState.Level level = state.level();
        writer.writerId = state.writerId();
        writer.levelId = level == null ? null : level.id();
        writer.levelName = level == null ? null : level.name();
        writer.tipPercentage = level == null ? null : level.tipPercentage();
        writer.active = state.isActive();
        if (unheardOf) {
            entities.persist(writer);
        }
    }

    void forget(UUID id) {
        Optional.ofNullable(entities.find(Writer.class, id)).ifPresent(entities::remove);
    }
}
