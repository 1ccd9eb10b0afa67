package io.scriptorium.payments.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names and addresses of clients, as far as this service has heard of them: for delivering mail, and nothing else. */
@ApplicationScoped
public class ContactService {
    private final EntityManager entities;

    ContactService(EntityManager entities) {
        this.entities = entities;
    }

    /** By the client's account, in one statement; who is not known, or not known yet, is missing. */
    @Transactional
    public Map<UUID, ContactView> find(Collection<UUID> clients) {
        if (clients.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("from Contact where id in :clients", Contact.class)
                .setParameter("clients", clients)
                .getResultStream()
                .map(ContactView::of)
                .collect(Collectors.toMap(ContactView::id, Function.identity()));
    }

    void keep(ContactState state) {
        Contact contact = entities.find(Contact.class, state.id());
        boolean unheardOf = contact == null;
        if (unheardOf) {
            contact = new Contact();
            contact.id = state.id();
        }
        contact.fullName = state.fullName();
        contact.email = state.email();
        if (unheardOf) {
            entities.persist(contact);
        }
    }

    /** Really: nothing of it stays here. */
    void forget(UUID id) {
        Optional.ofNullable(entities.find(Contact.class, id)).ifPresent(entities::remove);
    }
}
