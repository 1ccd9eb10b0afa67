package io.scriptorium.dashboard.ticketstats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one statement found.
 *
 * @param resolutions by bucket, of the span and of the one before
 * @param oldest when the oldest of those was made that are open; null when none is
 */
record TicketNumbers(
        List<Total> totals, List<Assignee> assignees, List<Day> days, List<Resolutions> resolutions, Instant oldest) {
    TicketNumbers {
        totals = totals == null ? List.of() : totals;
        assignees = assignees == null ? List.of() : assignees;
        days = days == null ? List.of() : days;
        resolutions = resolutions == null ? List.of() : resolutions;
    }

    record Total(String status, String category, String priority, long tickets) {}

    /** @param assignedTo the all-zero one for nobody */
    record Assignee(UUID assignedTo, long tickets, long openTickets) {}

    record Day(LocalDate day, long opened, long resolved, long closed) {}

    record Resolutions(boolean earlier, int bucket, long tickets) {}
}
