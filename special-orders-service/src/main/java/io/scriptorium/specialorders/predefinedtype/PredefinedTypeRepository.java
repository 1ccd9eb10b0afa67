package io.scriptorium.specialorders.predefinedtype;

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
class PredefinedTypeRepository {
    private static final Listing<PredefinedTypeRow> LIST = Listing.of(
                    PredefinedTypeRow.class, """
                    t.id, t.tenant, t.name, t.description, t.active,
                    (select listagg(concat(cast(d.days as string), ':', cast(d.price as string)), ',')
                            within group (order by d.days)
                       from PredefinedDuration d where d.type = t),
                    t.createdAt, t.updatedAt, t.version
                    """, "PredefinedType t", "t.id", PredefinedTypeRow::id)
            .sortedBy("name", SortKey.text("name", "t.name", PredefinedTypeRow::name));

    private final EntityManager entities;

    PredefinedTypeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** With its durations, in one statement. */
    Optional<PredefinedType> find(UUID id) {
        return entities
                .createQuery("from PredefinedType t left join fetch t.durations where t.id = :id", PredefinedType.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Locked until the transaction ends: edits of one type follow one another. */
    PredefinedType locked(UUID id) {
        return Optional.ofNullable(entities.find(PredefinedType.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("predefined type " + id));
    }

    Page<PredefinedTypeView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters).map(PredefinedTypeRow::view);
    }

    void add(PredefinedType type) {
        entities.persist(type);
        flush();
    }

    void remove(PredefinedType type) {
        entities.remove(type);
        flush();
    }

    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw switch (String.valueOf(refused.getConstraintName())) {
                case "predefined_type_name_unique" -> Problem.conflict("name", "is taken on this website");
                case "special_order_of_type" ->
                    Problem.conflict("Orders refer to the type; set active to false instead of deleting it.");
                default -> refused;
            };
        }
    }
}
