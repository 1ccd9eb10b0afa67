package io.scriptorium.writers.website;

import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class WebsiteRepository {
    private final EntityManager entities;

    WebsiteRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Website> find(UUID id) {
        return Optional.ofNullable(entities.find(Website.class, id));
    }

    /** Locked until the transaction ends: edits of one website, and so its revisions, follow one another. */
    Website locked(UUID id) {
        return Optional.ofNullable(entities.find(Website.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("website " + id));
    }

    /** In the order of creation, which is that of the ids. */
    List<Website> after(UUID id, int rows) {
        return entities.createQuery("from Website where :after is null or id > :after order by id", Website.class)
                .setParameter("after", id)
                .setMaxResults(rows)
                .getResultList();
    }

    List<Website> lockedAfter(UUID id, int rows) {
        return entities.createQuery("from Website where id > :after order by id", Website.class)
                .setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(Website website) {
        entities.persist(website);
        flush();
    }

    void remove(Website website) {
        entities.remove(website);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw switch (String.valueOf(refused.getConstraintName())) {
                case "website_domain_unique" -> Problem.conflict("domain", "is taken by another website");
                case "account_website_exists" ->
                    Problem.conflict("The website has accounts. Delete them first, or set active to false.");
                case "writer_level_website_exists" ->
                    Problem.conflict("The website has writer levels. Delete them first, or set active to false.");
                default -> refused;
            };
        }
    }
}
