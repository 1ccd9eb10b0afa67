package io.scriptorium.specialorders.website;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The websites, as far as this service has heard of them. */
@ApplicationScoped
public class WebsiteService {
    private final EntityManager entities;

    WebsiteService(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty for one that does not exist, and for one whose change has not arrived yet: wait, and do not guess. */
    @Transactional
    public Optional<WebsiteView> find(UUID id) {
        return Optional.ofNullable(entities.find(Website.class, id)).map(WebsiteView::of);
    }

    void keep(WebsiteState state) {
        Website website = entities.find(Website.class, state.id());
        boolean unheardOf = website == null;
        if (unheardOf) {
            website = new Website();
            website.id = state.id();
        }
        website.name = state.name();
        website.currency = state.currency();
        website.timeZone = state.timeZone();
        website.active = state.active();
        if (unheardOf) {
            entities.persist(website);
        }
    }

    void forget(UUID id) {
        Optional.ofNullable(entities.find(Website.class, id)).ifPresent(entities::remove);
    }
}
