package io.scriptorium.dashboard.userstats;

import io.scriptorium.platform.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one statement found.
 *
 * @param known whether the website that was asked for exists; false when all were
 * @param websites empty unless all were asked for; one row without a role for a website without accounts
 */
record UserCounts(boolean known, List<Total> totals, List<Day> days, List<WebsiteTotal> websites, Instant asOf) {
    record Total(Role role, boolean suspended, long accounts) {}

    record Day(LocalDate day, Role role, long accounts) {}

    record WebsiteTotal(UUID websiteId, String name, Role role, Boolean suspended, Long accounts) {}
}
