package io.scriptorium.specialorders.order;

import io.scriptorium.specialorders.website.WebsiteView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is on a website. */
record Calendar(LocalDate today, ZoneId zone) {
    static Calendar of(WebsiteView website, Instant now) {
        return new Calendar(LocalDate.ofInstant(now, website.timeZone()), website.timeZone());
    }
}
