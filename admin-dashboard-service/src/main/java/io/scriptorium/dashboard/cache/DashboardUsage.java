package io.scriptorium.dashboard.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How each dashboard was answered by this replica since it started. */
@Singleton
public class DashboardUsage {
    private static final double MEDIAN = 0.5;
    private static final double NINETY_NINTH = 0.99;

    private final Map<String, Meters> byDashboard = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    DashboardUsage(MeterRegistry registry) {
        this.registry = registry;
    }

    /** By the dashboards' names; those that somebody has asked for. */
    public List<DashboardUsageView> view() {
        return new TreeMap<>(byDashboard)
                .entrySet().stream()
                        .map(entry -> entry.getValue().view(entry.getKey()))
                        .toList();
    }

    void count(String dashboard, CacheStatus status, int statements, long nanos) {
        Meters meters = byDashboard.computeIfAbsent(dashboard, Meters::new);
        meters.requests.record(nanos, TimeUnit.NANOSECONDS);
        meters.statements.increment(statements);
        meters.results
                .computeIfAbsent(status.result(), result -> meters.result(dashboard, result))
                .increment();
    }

    private final class Meters {
        private final Timer requests;
        private final Counter statements;
        private final Map<String, Counter> results = new ConcurrentHashMap<>();

        Meters(String dashboard) {
            requests = Timer.builder("dashboard.request")
                    .tag("dashboard", dashboard)
                    .description("From the request's arrival at the cache to the answer")
                    .publishPercentiles(MEDIAN, NINETY_NINTH)
                    .register(registry);
            statements = Counter.builder("dashboard.statements")
                    .tag("dashboard", dashboard)
                    .description("Statements that the database was asked")
                    .register(registry);
        }

        Counter result(String dashboard, String result) {
            return registry.counter("dashboard.cache", "dashboard", dashboard, "result", result);
        }

        DashboardUsageView view(String dashboard) {
            HistogramSnapshot times = requests.takeSnapshot();
            long hits = count("hit");
            long asked = times.count();
            return new DashboardUsageView(
                    dashboard,
                    asked,
                    hits,
                    asked == 0 ? null : (double) hits / asked,
                    asked == 0 ? null : statements.count() / asked,
                    percentile(times, MEDIAN),
                    percentile(times, NINETY_NINTH),
                    times.max(TimeUnit.MILLISECONDS));
        }

        private long count(String result) {
            Counter counter = results.get(result);
            return counter == null ? 0 : (long) counter.count();
        }

        private double percentile(HistogramSnapshot times, double wanted) {
            return Arrays.stream(times.percentileValues())
                    .filter(value -> value.percentile() == wanted)
                    .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
                    .findFirst()
                    .orElse(0);
        }
    }
}
