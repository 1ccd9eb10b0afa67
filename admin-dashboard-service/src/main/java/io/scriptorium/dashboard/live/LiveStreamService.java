package io.scriptorium.dashboard.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.scriptorium.dashboard.cache.StaleFeed;
import io.scriptorium.dashboard.ingest.ConsumerLag;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Problem;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams of this replica. */
@ApplicationScoped
public class LiveStreamService {
    private final StaleFeed feed;
    private final ConsumerLag lag;
    private final LiveConfig config;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();

    LiveStreamService(StaleFeed feed, ConsumerLag lag, LiveConfig config, Clock clock, MeterRegistry meters) {
        this.feed = feed;
        this.lag = lag;
        this.config = config;
        this.clock = clock;
        Gauge.builder("dashboard.streams", open, AtomicInteger::get)
                .description("Streams that are open on this replica")
                .register(meters);
    }

    /**
     * @param until when the caller's token expires: nobody is told anything after that
     * @throws Problem 503 when this replica holds as many streams as it may
     */
    Multi<StreamEvent> stream(StatsScope scope, Instant until) {
        if (open.incrementAndGet() > config.maxStreams()) {
            open.decrementAndGet();
            throw new Problem(503, "There are too many streams here. Try again later.", List.of());
        }
        LiveStream stream = new LiveStream(scope.cacheKey(), config.heartbeat(), lag::records);
        Runnable stopListening = feed.listen(stream::hear);
        return stream.events().select().first(duration(until)).onTermination().invoke(() -> {
            stopListening.run();
            open.decrementAndGet();
        });
    }

    /** A token that has just expired gets its moment, since a stream of no length is refused by the library. */
    private Duration duration(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        Duration shorter = left.compareTo(config.maxDuration()) < 0 ? left : config.maxDuration();
        return shorter.toMillis() < 1 ? Duration.ofMillis(1) : shorter;
    }
}
