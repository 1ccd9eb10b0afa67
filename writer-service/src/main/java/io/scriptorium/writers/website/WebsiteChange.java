package io.scriptorium.writers.website;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/** The public state of a website: {@code contracts/website.v1.schema.json}. */
record WebsiteChange(
        UUID id,
        String name,
        String domain,
        String currency,
        String timeZone,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    private static final String TOPIC = "writers.website.changes";
    private static final String SCHEMA = "urn:scriptorium:writers:website:v1";

    static Change changed(Website website) {
        return Change.changed(TOPIC, website.id.toString(), "writers.website.changed", SCHEMA, of(website));
    }

    static Change deleted(UUID id) {
        return Change.deleted(TOPIC, id.toString(), "writers.website.deleted", SCHEMA);
    }

    static WebsiteChange of(Website website) {
        return new WebsiteChange(
                website.id,
                website.name,
                website.domain,
                website.currency,
                website.timeZone,
                website.active,
                website.createdAt,
                website.updatedAt);
    }
}
