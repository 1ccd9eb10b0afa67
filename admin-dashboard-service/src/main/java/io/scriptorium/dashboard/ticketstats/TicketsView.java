package io.scriptorium.dashboard.ticketstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tickets dashboard. Days are UTC days. An open ticket is one that is open or in progress.
 *
 * @param statusBreakdown the most frequent first, as the next two
 * @param assigneeBreakdown those with the most open tickets first, at most 1,000; null stands for nobody
 * @param timeToResolve of the tickets resolved within the period
 * @param daily one entry for each day of the period, the earliest first
 * @param compare the numbers of {@code recent} in the span before; only if asked for
 * @param asOf when the numbers were read
 */
public record TicketsView(
        Summary summary,
        List<StatusView> statusBreakdown,
        List<CategoryView> categoryBreakdown,
        List<PriorityView> priorityBreakdown,
        List<AssigneeView> assigneeBreakdown,
        TimeToResolve timeToResolve,
        Recent recent,
        List<DayView> daily,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /**
     * @param opened within the period, as the next two
     * @param oldestOpenCreatedAt null when none is open
     * @param oldestOpenAgeHours at {@code as_of}
     */
    public record Summary(
            long totalTickets,
            long openTickets,
            long unassignedOpenTickets,
            long opened,
            long resolved,
            long closed,
            Instant oldestOpenCreatedAt,
            BigDecimal oldestOpenAgeHours) {}

    public record StatusView(String status, long tickets) {}

    public record CategoryView(String category, long tickets, long openTickets) {}

    public record PriorityView(String priority, long tickets, long openTickets) {}

    public record AssigneeView(UUID assignedTo, long tickets, long openTickets) {}

    /**
     * From being made to being resolved last, from fixed buckets.
     *
     * @param p50Hours half of them took no longer; null when none was resolved
     */
    public record TimeToResolve(long resolved, BigDecimal p50Hours, BigDecimal p90Hours) {}

    public record Recent(long opened, long resolved, long closed, BigDecimal p50Hours, BigDecimal p90Hours) {}

    /** @param resolved those whose last resolution was on that day; a ticket that is opened again is in no day's */
    public record DayView(LocalDate day, long opened, long resolved, long closed) {}

    private static final UUID NOBODY = new UUID(0, 0);
    private static final long SECONDS_OF_AN_HOUR = 3_600;

    static TicketsView of(TicketNumbers numbers, Question question, Instant asOf) {
        Span span = question.span();
        Recent recent = recent(numbers, span, false);
        List<AssigneeView> assignees = numbers.assignees().stream()
                .map(ofOne -> new AssigneeView(
                        ofOne.assignedTo().equals(NOBODY) ? null : ofOne.assignedTo(),
                        ofOne.tickets(),
                        ofOne.openTickets()))
                .toList();
        return new TicketsView(
                summary(numbers, recent, asOf),
                breakdown(numbers.totals(), TicketNumbers.Total::status)
                        .map(ofOne -> new StatusView(ofOne.getKey(), tickets(ofOne.getValue())))
                        .toList(),
                breakdown(numbers.totals(), TicketNumbers.Total::category)
                        .map(ofOne -> new CategoryView(
                                ofOne.getKey(), tickets(ofOne.getValue()), openTickets(ofOne.getValue())))
                        .toList(),
                breakdown(numbers.totals(), TicketNumbers.Total::priority)
                        .map(ofOne -> new PriorityView(
                                ofOne.getKey(), tickets(ofOne.getValue()), openTickets(ofOne.getValue())))
                        .toList(),
                assignees,
                new TimeToResolve(resolved(numbers, false), recent.p50Hours(), recent.p90Hours()),
                recent,
                daily(numbers.days(), span),
                question.period(),
                question.compare(recent, recent(numbers, span.before(), true)),
                asOf,
                question.scope().view());
    }

    private static Summary summary(TicketNumbers numbers, Recent recent, Instant asOf) {
        return new Summary(
                tickets(numbers.totals()),
                openTickets(numbers.totals()),
                numbers.assignees().stream()
                        .filter(ofOne -> ofOne.assignedTo().equals(NOBODY))
                        .mapToLong(TicketNumbers.Assignee::openTickets)
                        .sum(),
                recent.opened(),
                recent.resolved(),
                recent.closed(),
                numbers.oldest(),
                numbers.oldest() == null ? null : hours(Duration.between(numbers.oldest(), asOf)));
    }

    private static Stream<Map.Entry<String, List<TicketNumbers.Total>>> breakdown(
            List<TicketNumbers.Total> totals, Function<TicketNumbers.Total, String> dimension) {
        Comparator<Map.Entry<String, List<TicketNumbers.Total>>> byTickets =
                Comparator.comparingLong(ofOne -> -tickets(ofOne.getValue()));
        return totals.stream().collect(Collectors.groupingBy(dimension)).entrySet().stream()
                .sorted(byTickets.thenComparing(Map.Entry.comparingByKey()));
    }

    private static long tickets(List<TicketNumbers.Total> totals) {
        return totals.stream().mapToLong(TicketNumbers.Total::tickets).sum();
    }

    private static long openTickets(List<TicketNumbers.Total> totals) {
        return totals.stream()
                .filter(total -> List.of("open", "in_progress").contains(total.status()))
                .mapToLong(TicketNumbers.Total::tickets)
                .sum();
    }

    private static Recent recent(TicketNumbers numbers, Span span, boolean earlier) {
        List<TicketNumbers.Day> days =
                numbers.days().stream().filter(day -> span.contains(day.day())).toList();
        return new Recent(
                days.stream().mapToLong(TicketNumbers.Day::opened).sum(),
                days.stream().mapToLong(TicketNumbers.Day::resolved).sum(),
                days.stream().mapToLong(TicketNumbers.Day::closed).sum(),
                percentile(numbers, earlier, 0.5),
                percentile(numbers, earlier, 0.9));
    }

    private static long resolved(TicketNumbers numbers, boolean earlier) {
        return numbers.resolutions().stream()
                .filter(bucket -> bucket.earlier() == earlier)
                .mapToLong(TicketNumbers.Resolutions::tickets)
                .sum();
    }

    private static BigDecimal percentile(TicketNumbers numbers, boolean earlier, double share) {
        SortedMap<Integer, Long> tickets = numbers.resolutions().stream()
                .filter(bucket -> bucket.earlier() == earlier)
                .collect(Collectors.toMap(
                        TicketNumbers.Resolutions::bucket,
                        TicketNumbers.Resolutions::tickets,
                        Long::sum,
                        TreeMap::new));
        return ResolutionTimes.percentile(tickets, share)
                .map(TicketsView::hours)
                .orElse(null);
    }

    private static BigDecimal hours(Duration duration) {
        return Amounts.mean(BigDecimal.valueOf(duration.toSeconds()), SECONDS_OF_AN_HOUR);
    }

    private static List<DayView> daily(List<TicketNumbers.Day> days, Span span) {
        Map<LocalDate, TicketNumbers.Day> byDay =
                days.stream().collect(Collectors.toMap(TicketNumbers.Day::day, Function.identity()));
        return span.days()
                .map(day -> byDay.getOrDefault(day, new TicketNumbers.Day(day, 0, 0, 0)))
                .map(day -> new DayView(day.day(), day.opened(), day.resolved(), day.closed()))
                .toList();
    }
}
