package io.scriptorium.dashboard.userstats;

import io.scriptorium.platform.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one statement found.
 *
 * @param websites null unless all were asked for; one row without a role for a website without accounts
 */
record UserCounts(List<Total> totals, List<Day> days, List<WebsiteTotal> websites) {
    UserCounts {
        totals = totals == null ? List.of() : totals;
        days = days == null ? List.of() : days;
        websites = websites == null ? List.of() : websites;
    }

    record Total(Role role, boolean suspended, long accounts) {}

    record Day(LocalDate day, Role role, long accounts) {}

    record WebsiteTotal(UUID websiteId, String name, Role role, Boolean suspended, Long accounts) {}
}
