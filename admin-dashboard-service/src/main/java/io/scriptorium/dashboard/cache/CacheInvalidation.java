package io.scriptorium.dashboard.cache;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.scriptorium.dashboard.platform.StatsScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes cached answers old, after the change that made them so was committed.
 *
 * <p>Never throws for trouble with Redis. An invalidation that did not get through is <em>owed</em>: until a new global
 * generation stands in Redis, this process answers every dashboard from the database.
 */
@Startup
@Singleton
public class CacheInvalidation {
    private static final Logger LOG = Logger.getLogger(CacheInvalidation.class);

    private final RedisStore store;
    private final StaleFeed feed;
    private final CacheConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dashboard-cache-invalidation");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong changes = new AtomicLong();
    /** Invalidations that did not get through, and how many of those were made good: equal when none is owed. */
    private final AtomicLong debts = new AtomicLong();

    private final AtomicLong settled = new AtomicLong();
    /** Dashboards whose view of all websites is to be made old when the pause is over. */
    private final Set<String> coalesced = new HashSet<>();
    /** Only the timer's thread looks at it. */
    private String knownRun;

    CacheInvalidation(RedisStore store, StaleFeed feed, CacheConfig config, MeterRegistry meters) {
        this.store = store;
        this.feed = feed;
        this.config = config;
        Gauge.builder("dashboard.cache.owed", this, self -> self.isOwed() ? 1 : 0)
                .description("1 while an invalidation has not reached Redis, and the database answers instead")
                .register(meters);
    }

    @PostConstruct
    void start() {
        long interval = config.retryInterval().toMillis();
        timer.scheduleWithFixedDelay(this::tick, 0, interval, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /**
     * Makes old what that dashboard answers for these websites, and for all of them together. The latter may wait for
     * {@link CacheConfig#allWebsitesPause()}; should the process die meanwhile, the next assignment of its partitions
     * makes everything old.
     */
    public void invalidate(String dashboard, Set<UUID> websites) {
        Set<String> scopes = websites.stream().map(UUID::toString).collect(Collectors.toCollection(HashSet::new));
        if (config.allWebsitesPause().isZero()) {
            scopes.add(StatsScope.ALL);
        } else {
            coalesce(dashboard);
        }
        if (!scopes.isEmpty()) {
            replace(Stale.of(dashboard, scopes));
        }
    }

    /** Makes every answer of every dashboard old: after a recount, or where a change may have gone by unseen. */
    public void invalidateEverything() {
        replace(Stale.EVERYTHING);
    }

    /** Whether the database answers instead of the cache, until an invalidation reaches Redis. */
    public boolean isOwed() {
        return debts.get() > settled.get();
    }

    /** Grows with each invalidation that this process was asked for, before it is attempted. */
    long changes() {
        return changes.get();
    }

    /** The first change begins the pause; those that follow within it cost nothing more. */
    private void coalesce(String dashboard) {
        synchronized (coalesced) {
            if (coalesced.add(dashboard)) {
                timer.schedule(
                        () -> invalidateAllWebsites(dashboard),
                        config.allWebsitesPause().toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    private void invalidateAllWebsites(String dashboard) {
        synchronized (coalesced) {
            coalesced.remove(dashboard);
        }
        replace(Stale.of(dashboard, Set.of(StatsScope.ALL)));
    }

    private void replace(Stale stale) {
        changes.incrementAndGet();
        if (isOwed()) {
            // What makes the older one good will make this one good too; a consumer need not wait for a time-out again.
            debts.incrementAndGet();
            feed.tell(stale);
            return;
        }
        try {
            store.replace(generationsOf(stale), stale);
        } catch (RedisUnavailable away) {
            owe("An invalidation did not reach Redis: " + away.detail());
            feed.tell(stale);
        }
    }

    private static List<String> generationsOf(Stale stale) {
        return stale.isEverything()
                ? List.of(Generations.GLOBAL)
                : Generations.namesFor(stale.dashboard(), stale.scopes());
    }

    private void owe(String why) {
        debts.incrementAndGet();
        LOG.warnf("%s. The database answers until everything cached is made old.", why);
    }

    private void tick() {
        try {
            settle();
            noticeRestart();
        } catch (RedisUnavailable away) {
            LOG.debugf(away, "Redis is still away; an invalidation is owed: %s", isOwed());
        } catch (RuntimeException e) {
            // Thrown on, it would end the timer.
            LOG.error("The cache's timer failed; it goes on", e);
        }
    }

    private void settle() {
        long due = debts.get();
        if (due > settled.get()) {
            store.replace(generationsOf(Stale.EVERYTHING), Stale.EVERYTHING);
            settled.set(due);
            LOG.info("The owed invalidation reached Redis");
        }
    }

    /**
     * A Redis that lost power, or a replica that took over, may lack the last second: with it the last invalidations,
     * while the old generations and the entries that carry them are there again.
     */
    private void noticeRestart() {
        String run = store.runId();
        if (knownRun != null && !knownRun.equals(run)) {
            owe("Redis was started anew, and may have forgotten its last second");
            settle();
        }
        knownRun = run;
    }
}
