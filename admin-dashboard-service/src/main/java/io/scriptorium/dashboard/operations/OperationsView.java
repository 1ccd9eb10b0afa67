package io.scriptorium.dashboard.operations;

import io.scriptorium.dashboard.cache.DashboardUsageView;
import io.scriptorium.dashboard.repair.RecountView;
import io.scriptorium.dashboard.repair.ReplayView;
import java.time.Instant;
import java.util.List;

/**
 * How the service fares. Dashboards and rates are those of the replica that answers; lag and dead letters those of all.
 *
 * @param deadLetters how many there are; 10001 means more than that
 * @param recount the latest of this replica; null when there was none
 * @param replay likewise
 */
public record OperationsView(
        Instant asOf,
        CacheView cache,
        List<DashboardUsageView> dashboards,
        List<TopicView> topics,
        List<OutboxView> outboxes,
        long deadLetters,
        RecountView recount,
        ReplayView replay) {

    /**
     * @param hitRate of all requests, from 0 to 1; null before the first
     * @param owed an invalidation has not reached Redis, and the database answers instead
     */
    public record CacheView(long requests, long hits, Double hitRate, boolean owed) {
        static CacheView of(List<DashboardUsageView> dashboards, boolean owed) {
            long requests =
                    dashboards.stream().mapToLong(DashboardUsageView::requests).sum();
            long hits = dashboards.stream().mapToLong(DashboardUsageView::hits).sum();
            return new CacheView(requests, hits, requests == 0 ? null : (double) hits / requests, owed);
        }
    }

    /**
     * @param lag changes that wait to be counted; null while Kafka does not say, and for a topic that is not there yet
     * @param recordsPerSecond over the last minute
     */
    public record TopicView(String topic, Long lag, double recordsPerSecond) {}
}
