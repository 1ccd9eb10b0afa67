package io.scriptorium.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/**
 * Watches the outbox from a thread of its own: a scrape or a probe gets the last look and never waits for the database,
 * and the numbers go on while the relay waits for Kafka.
 */
@Singleton
public final class OutboxMonitor implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    /** A look that is older than this says nothing any more: the next one hangs. */
    private static final Duration MAX_AGE = Duration.ofSeconds(15);

    private static final String STATUS = """
            SELECT
                (SELECT count(*) FROM (SELECT FROM outbox LIMIT 1000000) counted) AS depth,
                (
                    SELECT extract(EPOCH FROM clock_timestamp() - created_at)
                    FROM outbox
                    ORDER BY id
                    LIMIT 1
                ) AS oldest_age,
                (SELECT count(*) FROM outbox_parked) AS parked
            """;

    /** One look: the status, or why there is none. */
    record Look(OutboxStatus status, String error, Instant at) {
        boolean isTooOld() {
            return at.plus(MAX_AGE).isBefore(Instant.now());
        }
    }

    private final DataSource dataSource;
    private final ScheduledExecutorService clock;
    private volatile Look last;
    /** Kept when a later look fails, so that the gauges do not fall to nothing. */
    private volatile OutboxStatus lastStatus;

    @Inject
    public OutboxMonitor(DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "change-outbox-monitor");
            thread.setDaemon(true);
            return thread;
        });
        gauge(registry, "outbox.depth", null, "Changes that wait to be sent", OutboxStatus::depth);
        gauge(
                registry,
                "outbox.oldest.age",
                "seconds",
                "How long the oldest of them has waited",
                status -> status.oldestAge() == null ? 0 : status.oldestAge().toMillis() / 1000.0);
        gauge(registry, "outbox.parked.rows", null, "Changes that cannot be sent", OutboxStatus::parked);
    }

    /** Asks the database now, on the caller's thread. */
    public OutboxStatus status() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATUS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            double age = row.getDouble("oldest_age");
            // Clocks are set back now and then; nothing waits for less than no time.
            Duration oldestAge = row.wasNull() ? null : Duration.ofMillis(Math.max(0, Math.round(age * 1000)));
            return new OutboxStatus(row.getLong("depth"), oldestAge, row.getLong("parked"));
        } catch (SQLException e) {
            throw new OutboxFailure("The outbox cannot be read", e);
        }
    }

    public void start() {
        clock.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    Optional<Look> lastLook() {
        return Optional.ofNullable(last);
    }

    private void look() {
        try {
            OutboxStatus status = status();
            lastStatus = status;
            last = new Look(status, null, Instant.now());
        } catch (RuntimeException e) {
            // The readiness check says so; an exception out of here would end the schedule.
            last = new Look(null, e.getMessage(), Instant.now());
        }
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String unit,
            String description,
            ToDoubleFunction<OutboxStatus> value) {
        Gauge.builder(name, this, monitor -> monitor.lastStatus == null ? 0 : value.applyAsDouble(monitor.lastStatus))
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }
}
