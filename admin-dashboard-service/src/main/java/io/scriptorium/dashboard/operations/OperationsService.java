package io.scriptorium.dashboard.operations;

import io.scriptorium.dashboard.cache.CacheInvalidation;
import io.scriptorium.dashboard.cache.DashboardUsage;
import io.scriptorium.dashboard.cache.DashboardUsageView;
import io.scriptorium.dashboard.ingest.ConsumerLag;
import io.scriptorium.dashboard.ingest.DeadLetters;
import io.scriptorium.dashboard.ingest.Projections;
import io.scriptorium.dashboard.ingest.RecordRates;
import io.scriptorium.dashboard.repair.Recount;
import io.scriptorium.dashboard.repair.Replay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Gathers how the service fares from those who know. */
@ApplicationScoped
public class OperationsService {
    private final DashboardUsage usage;
    private final CacheInvalidation invalidation;
    private final Projections projections;
    private final ConsumerLag lag;
    private final RecordRates rates;
    private final OwnerMetrics owners;
    private final DeadLetters deadLetters;
    private final Recount recount;
    private final Replay replay;
    private final Clock clock;

    OperationsService(
            DashboardUsage usage,
            CacheInvalidation invalidation,
            Projections projections,
            ConsumerLag lag,
            RecordRates rates,
            OwnerMetrics owners,
            DeadLetters deadLetters,
            Recount recount,
            Replay replay,
            Clock clock) {
        this.usage = usage;
        this.invalidation = invalidation;
        this.projections = projections;
        this.lag = lag;
        this.rates = rates;
        this.owners = owners;
        this.deadLetters = deadLetters;
        this.recount = recount;
        this.replay = replay;
        this.clock = clock;
    }

    OperationsView now() {
        List<DashboardUsageView> dashboards = usage.view();
        return new OperationsView(
                clock.instant(),
                OperationsView.CacheView.of(dashboards, invalidation.isOwed()),
                dashboards,
                topics(),
                owners.outboxes(),
                deadLetters.count(),
                recount.progress().orElse(null),
                replay.progress().orElse(null));
    }

    private List<OperationsView.TopicView> topics() {
        Map<String, Long> waiting = lag.byTopic();
        Map<String, Double> perSecond = rates.perSecond();
        return projections.topics().stream()
                .map(topic ->
                        new OperationsView.TopicView(topic, waiting.get(topic), perSecond.getOrDefault(topic, 0.0)))
                .toList();
    }
}
