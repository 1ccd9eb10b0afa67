package io.scriptorium.payments.website;

import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
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

    /**
     * The website of what a request wants to make: an admin's own, or the one that a superadmin names.
     *
     * @param named null when the request names none
     * @throws Problem 422 when that is not a website of the caller's that this service has heard of
     */
    @Transactional
    public UUID ofRequest(Caller caller, UUID named) {
        Optional<UUID> own = caller.websiteId().map(UUID::fromString);
        if (own.isEmpty() && named == null) {
            throw Problem.invalid("website_id", "must not be null");
        }
        boolean acceptable = own.isPresent()
                ? named == null || named.equals(own.get())
                : find(named).isPresent();
        if (!acceptable) {
            throw Problem.invalid("website_id", "must be the id of a website");
        }
        return own.orElse(named);
    }

    /**
     * For a request that needs the currency or the time zone.
     *
     * @throws Problem 503 for one that has not been heard of: its change is on its way, since the caller belongs to it
     */
    @Transactional
    public WebsiteView require(UUID id) {
        return find(id).orElseThrow(() ->
                Problem.unavailable("The website is not known here yet; it becomes so in a moment. Try again."));
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
