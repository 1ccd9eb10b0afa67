package io.scriptorium.dashboard.cache;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells who listens in this replica what any replica's invalidation made old, after it did. Replicas tell each other
 * through Redis.
 *
 * <p>Nothing is missed in silence: a subscription that broke, or has heard nothing for a while (each replica says every
 * second that it is there), is made anew, and then everything is said to be old.
 */
@Startup
@Singleton
public class StaleFeed {
    private static final Logger LOG = Logger.getLogger(StaleFeed.class);
    private static final String STILL_HERE = "";
    private static final long BEAT_MILLIS = 1_000;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final RedisStore store;
    private final List<Consumer<Stale>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dashboard-stale-feed");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long heardAt;
    /** Only the timer's thread looks at it. */
    private RedisStore.Subscription subscription;

    StaleFeed(RedisStore store) {
        this.store = store;
    }

    @PostConstruct
    void start() {
        timer.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /**
     * @param listener must neither block nor throw
     * @return ends it
     */
    public Runnable listen(Consumer<Stale> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Straight to the listeners of this replica, where Redis cannot be reached. */
    void tell(Stale stale) {
        listeners.forEach(listener -> listener.accept(stale));
    }

    private void beat() {
        try {
            if (subscription == null || subscription.isBroken() || System.nanoTime() - heardAt > SILENCE_NANOS) {
                subscribe();
            }
            store.publish(STILL_HERE);
        } catch (RedisUnavailable away) {
            LOG.debugf(away, "Redis is away; other replicas' changes are not heard of");
        } catch (RuntimeException e) {
            // Thrown on, it would end the timer.
            LOG.error("Listening to other replicas failed; it is tried again", e);
        }
    }

    private void subscribe() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        subscription = store.subscribe(this::hear);
        heardAt = System.nanoTime();
        tell(Stale.EVERYTHING);
    }

    private void hear(String message) {
        heardAt = System.nanoTime();
        if (!message.equals(STILL_HERE)) {
            Stale.ofMessage(message).ifPresent(this::tell);
        }
    }
}
