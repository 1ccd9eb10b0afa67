package io.scriptorium.specialorders.writer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The writers, as far as this service has heard of them. */
@ApplicationScoped
public class WriterService {
    private final EntityManager entities;

    WriterService(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Whether an order of that website may be given to the account: a writer who is known there and may work.
     *
     * @param websiteId the order's, because a superadmin sees the writers of all
     */
    @Transactional
    public boolean worksFor(String websiteId, UUID writerId) {
        return !entities.createQuery(
                        "select w.id from Writer w where w.tenant = :website and w.writerId = :writer and w.active",
                        UUID.class)
                .setParameter("website", websiteId)
                .setParameter("writer", writerId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void keep(WriterState state) {
        Writer writer = entities.find(Writer.class, state.id());
        boolean unheardOf = writer == null;
        if (unheardOf) {
            writer = new Writer();
            writer.id = state.id();
            writer.tenant = state.websiteId().toString();
        }
        writer.writerId = state.writerId();
        writer.active = state.isActive();
        if (unheardOf) {
            entities.persist(writer);
        }
    }

    void forget(UUID id) {
        Optional.ofNullable(entities.find(Writer.class, id)).ifPresent(entities::remove);
    }
}
