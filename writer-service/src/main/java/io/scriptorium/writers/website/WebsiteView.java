package io.scriptorium.writers.website;

import java.time.Instant;
import java.util.UUID;

/** A website as the API shows it. */
public record WebsiteView(
        UUID id,
        String name,
        String domain,
        String currency,
        String timeZone,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static WebsiteView of(Website website) {
        return new WebsiteView(
                website.id,
                website.name,
                website.domain,
                website.currency,
                website.timeZone,
                website.active,
                website.createdAt,
                website.updatedAt,
                website.version);
    }
}
