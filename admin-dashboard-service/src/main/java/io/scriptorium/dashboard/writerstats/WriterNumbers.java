package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.query.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one statement found.
 *
 * @param currencies of the earnings
 */
record WriterNumbers(
        Currencies currencies,
        List<Total> totals,
        BigDecimal earnings,
        List<Requests> requests,
        List<Day> days,
        List<RequestDay> requestDays,
        List<Top> byOrders,
        List<Top> byEarnings) {
    WriterNumbers {
        totals = totals == null ? List.of() : totals;
        requests = requests == null ? List.of() : requests;
        days = days == null ? List.of() : days;
        requestDays = requestDays == null ? List.of() : requestDays;
        byOrders = byOrders == null ? List.of() : byOrders;
        byEarnings = byEarnings == null ? List.of() : byEarnings;
    }

    /**
     * @param level empty for those without
     * @param rated how many have a review
     * @param ratings the sum of their ratings
     */
    record Total(
            String status,
            String level,
            boolean available,
            long writers,
            long rated,
            BigDecimal ratings,
            long reviews,
            long completedOrders,
            long activeOrders) {}

    record Requests(String status, long requests) {}

    record Day(LocalDate day, long writers) {}

    record RequestDay(LocalDate day, long requested, long approved, long rejected) {}

    /** @param earnings null where they are not shown */
    record Top(
            UUID id,
            UUID websiteId,
            UUID writerId,
            String registrationId,
            String penName,
            String level,
            BigDecimal rating,
            long completedOrders,
            BigDecimal earnings) {}
}
