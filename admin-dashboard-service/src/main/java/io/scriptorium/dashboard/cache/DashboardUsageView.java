package io.scriptorium.dashboard.cache;

/**
 * How a dashboard was answered by one replica since it started. Times are in milliseconds, of the last minutes.
 *
 * @param hitRate of the requests, from 0 to 1; null before the first
 * @param statementsPerRequest null before the first
 */
public record DashboardUsageView(
        String dashboard,
        long requests,
        long hits,
        Double hitRate,
        Double statementsPerRequest,
        double p50Millis,
        double p99Millis,
        double maxMillis) {}
