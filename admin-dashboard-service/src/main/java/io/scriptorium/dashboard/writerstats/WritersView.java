package io.scriptorium.dashboard.writerstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The writers dashboard. Days are UTC days.
 *
 * @param currency of the earnings, and so of the websites whose writers have them: that chosen, or that of the website,
 *     or in the view of all that of most websites
 * @param otherCurrencies those that the websites have besides
 * @param statusBreakdown the most frequent first, as the next two
 * @param levelBreakdown those without a level have null there
 * @param topWriters ten each
 * @param daily one entry for each day of the period, the earliest first
 * @param compare the numbers of {@code recent} in the span before; only if asked for
 * @param asOf when the numbers were read
 */
public record WritersView(
        String currency,
        List<String> otherCurrencies,
        Summary summary,
        List<StatusView> statusBreakdown,
        List<LevelView> levelBreakdown,
        List<AvailabilityView> availabilityBreakdown,
        List<RequestsView> orderRequests,
        TopWriters topWriters,
        Recent recent,
        List<DayView> daily,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /**
     * @param activeWriters who may work: active or on probation
     * @param availableWriters of those, who take automatic assignments
     * @param newWriters whose profile was made within the period
     * @param avgRating the mean over the writers who have a review, each counting once
     * @param approvalRate how many percent of the requests that were approved or rejected were approved, of all time
     */
    public record Summary(
            long totalWriters,
            long activeWriters,
            long availableWriters,
            long newWriters,
            BigDecimal avgRating,
            long totalReviews,
            long completedOrders,
            long activeOrders,
            long openOrderRequests,
            BigDecimal approvalRate,
            BigDecimal totalEarnings) {}

    public record StatusView(String status, long writers) {}

    public record LevelView(String level, long writers, BigDecimal avgRating, long completedOrders) {}

    public record AvailabilityView(boolean available, long writers) {}

    public record RequestsView(String status, long requests) {}

    public record TopWriters(List<TopView> byCompletedOrders, List<TopView> byEarnings) {}

    /** @param totalEarnings only where the list is by earnings: the other one has writers of all currencies */
    public record TopView(
            UUID writerId,
            UUID websiteId,
            String registrationId,
            String penName,
            String level,
            BigDecimal rating,
            long completedOrders,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal totalEarnings) {}

    /** @param approvalRate of those decided within the period */
    public record Recent(long newWriters, long requested, long approved, long rejected, BigDecimal approvalRate) {}

    /**
     * @param requested requests made on that day
     * @param approved requests approved on that day, whenever they were made
     */
    public record DayView(LocalDate day, long newWriters, long requested, long approved, long rejected) {}

    static WritersView of(WriterNumbers numbers, Question question, Instant asOf) {
        Span span = question.span();
        Recent recent = recent(numbers, span);
        return new WritersView(
                numbers.currencies().chosen(),
                numbers.currencies().others(),
                summary(numbers, recent),
                breakdown(numbers.totals(), WriterNumbers.Total::status)
                        .map(ofOne -> new StatusView(ofOne.getKey(), writers(ofOne.getValue())))
                        .toList(),
                breakdown(numbers.totals(), WriterNumbers.Total::level)
                        .map(ofOne -> level(ofOne.getKey(), ofOne.getValue()))
                        .toList(),
                breakdown(numbers.totals(), WriterNumbers.Total::available)
                        .map(ofOne -> new AvailabilityView(ofOne.getKey(), writers(ofOne.getValue())))
                        .toList(),
                numbers.requests().stream()
                        .map(ofOne -> new RequestsView(ofOne.status(), ofOne.requests()))
                        .sorted(Comparator.comparingLong(RequestsView::requests)
                                .reversed()
                                .thenComparing(RequestsView::status))
                        .toList(),
                new TopWriters(top(numbers.byOrders()), top(numbers.byEarnings())),
                recent,
                daily(numbers, span),
                question.period(),
                question.compare(recent, recent(numbers, span.before())),
                asOf,
                question.scope().view());
    }

    private static Summary summary(WriterNumbers numbers, Recent recent) {
        List<WriterNumbers.Total> totals = numbers.totals();
        Predicate<WriterNumbers.Total> active =
                total -> List.of("active", "probation").contains(total.status());
        long approved = requests(numbers, "approved");
        return new Summary(
                writers(totals),
                writers(totals.stream().filter(active).toList()),
                writers(totals.stream()
                        .filter(active.and(WriterNumbers.Total::available))
                        .toList()),
                recent.newWriters(),
                avgRating(totals),
                sum(totals, WriterNumbers.Total::reviews),
                sum(totals, WriterNumbers.Total::completedOrders),
                sum(totals, WriterNumbers.Total::activeOrders),
                requests(numbers, "open"),
                Amounts.percentage(approved, approved + requests(numbers, "rejected")),
                Amounts.of(numbers.earnings()));
    }

    private static <K extends Comparable<K>> Stream<Map.Entry<K, List<WriterNumbers.Total>>> breakdown(
            List<WriterNumbers.Total> totals, Function<WriterNumbers.Total, K> dimension) {
        Comparator<Map.Entry<K, List<WriterNumbers.Total>>> byWriters =
                Comparator.comparingLong(ofOne -> -writers(ofOne.getValue()));
        return totals.stream().collect(Collectors.groupingBy(dimension)).entrySet().stream()
                .sorted(byWriters.thenComparing(Map.Entry.comparingByKey()));
    }

    private static LevelView level(String level, List<WriterNumbers.Total> totals) {
        return new LevelView(
                level.isEmpty() ? null : level,
                writers(totals),
                avgRating(totals),
                sum(totals, WriterNumbers.Total::completedOrders));
    }

    private static long writers(List<WriterNumbers.Total> totals) {
        return sum(totals, WriterNumbers.Total::writers);
    }

    private static long sum(List<WriterNumbers.Total> totals, ToLongFunction<WriterNumbers.Total> number) {
        return totals.stream().mapToLong(number).sum();
    }

    private static BigDecimal avgRating(List<WriterNumbers.Total> totals) {
        return Amounts.mean(
                totals.stream().map(WriterNumbers.Total::ratings).reduce(BigDecimal.ZERO, BigDecimal::add),
                sum(totals, WriterNumbers.Total::rated));
    }

    private static long requests(WriterNumbers numbers, String status) {
        return numbers.requests().stream()
                .filter(ofOne -> ofOne.status().equals(status))
                .mapToLong(WriterNumbers.Requests::requests)
                .sum();
    }

    private static List<TopView> top(List<WriterNumbers.Top> writers) {
        return writers.stream()
                .map(writer -> new TopView(
                        writer.writerId(),
                        writer.websiteId(),
                        writer.registrationId(),
                        writer.penName(),
                        writer.level(),
                        writer.rating(),
                        writer.completedOrders(),
                        writer.earnings()))
                .toList();
    }

    private static Recent recent(WriterNumbers numbers, Span span) {
        List<WriterNumbers.RequestDay> requests = numbers.requestDays().stream()
                .filter(day -> span.contains(day.day()))
                .toList();
        long approved =
                requests.stream().mapToLong(WriterNumbers.RequestDay::approved).sum();
        long rejected =
                requests.stream().mapToLong(WriterNumbers.RequestDay::rejected).sum();
        return new Recent(
                numbers.days().stream()
                        .filter(day -> span.contains(day.day()))
                        .mapToLong(WriterNumbers.Day::writers)
                        .sum(),
                requests.stream().mapToLong(WriterNumbers.RequestDay::requested).sum(),
                approved,
                rejected,
                Amounts.percentage(approved, approved + rejected));
    }

    private static List<DayView> daily(WriterNumbers numbers, Span span) {
        Map<LocalDate, Long> writers =
                numbers.days().stream().collect(Collectors.toMap(WriterNumbers.Day::day, WriterNumbers.Day::writers));
        Map<LocalDate, WriterNumbers.RequestDay> requests = numbers.requestDays().stream()
                .collect(Collectors.toMap(WriterNumbers.RequestDay::day, Function.identity()));
        return span.days()
                .map(day -> {
                    WriterNumbers.RequestDay asked =
                            requests.getOrDefault(day, new WriterNumbers.RequestDay(day, 0, 0, 0));
                    return new DayView(
                            day, writers.getOrDefault(day, 0L), asked.requested(), asked.approved(), asked.rejected());
                })
                .toList();
    }
}
