package io.scriptorium.payments.website;

import java.time.ZoneId;
import java.util.UUID;

/** @param currency ISO 4217: that of every amount on the website */
public record WebsiteView(UUID id, String name, String currency, ZoneId timeZone, boolean active) {
    static WebsiteView of(Website website) {
        return new WebsiteView(website.id, website.name, website.currency, ZoneId.of(website.timeZone), website.active);
    }
}
