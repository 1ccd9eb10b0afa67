package io.scriptorium.dashboard.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Answers a dashboard from Redis, or by its query, which runs once for all who ask for the same at the same time.
 *
 * <p>No answer is older than the last invalidation that was complete when the request came. No trouble with Redis
 * reaches the caller; what the query throws does. Blocks: not for event loops.
 */
@Singleton
public class DashboardCache {
    /** @param since what was true before the work began: who found another state there must not wait for this work */
    private record Flight(String entryName, Object since) {}

    private record Rebuilt(Body body, CacheStatus status, long databaseNanos, int statements) {
        Rebuilt as(CacheStatus other) {
            return new Rebuilt(body, other, databaseNanos, statements);
        }

        /** For who only waited: the statements were another request's. */
        Rebuilt joinedAs(CacheStatus other) {
            return new Rebuilt(body, other, 0, 0);
        }
    }

    private final RedisStore store;
    private final CacheInvalidation invalidation;
    private final CacheConfig config;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final DashboardUsage usage;
    private final Flights<Flight, Rebuilt> flights;

    DashboardCache(
            RedisStore store,
            CacheInvalidation invalidation,
            CacheConfig config,
            ObjectMapper mapper,
            Clock clock,
            DashboardUsage usage) {
        this.store = store;
        this.invalidation = invalidation;
        this.config = config;
        this.mapper = mapper;
        this.clock = clock;
        this.usage = usage;
        this.flights = new Flights<>(config.waitLimit());
    }

    /**
     * @param refresh whether to ask the database whatever is cached, and to replace that
     * @throws io.scriptorium.platform.Problem 503 when somebody else's query for the same takes too long
     */
    public DashboardAnswer answer(CacheKey key, boolean refresh, DashboardQuery query) {
        long started = System.nanoTime();
        Rebuilt rebuilt = fetch(key, refresh, query);
        long took = System.nanoTime() - started;
        usage.count(key.dashboard(), rebuilt.status(), rebuilt.statements(), took);
        return new DashboardAnswer(
                rebuilt.body(),
                rebuilt.status(),
                rebuilt.databaseNanos(),
                rebuilt.statements(),
                took - rebuilt.databaseNanos());
    }

    /**
     * The answer if it is cached and new, and nothing otherwise. Does not block, and fails with
     * {@link RedisUnavailable}.
     */
    Future<Optional<DashboardAnswer>> hit(RepeatedRequests.Checked request) {
        if (invalidation.isOwed()) {
            return Future.succeededFuture(Optional.empty());
        }
        long started = System.nanoTime();
        return store.peek(request)
                .map(found -> found.map(this::hit).map(hit -> {
                    long took = System.nanoTime() - started;
                    usage.count(request.key().dashboard(), hit.status(), 0, took);
                    return new DashboardAnswer(hit.body(), hit.status(), 0, 0, took);
                }));
    }

    private Rebuilt fetch(CacheKey key, boolean refresh, DashboardQuery query) {
        if (invalidation.isOwed()) {
            return pastTheCache(key, refresh, query, "invalidation-owed");
        }
        Lookup lookup;
        try {
            lookup = store.lookup(key);
        } catch (RedisUnavailable away) {
            return pastTheCache(key, refresh, query, away.detail());
        }
        Flight flight = new Flight(key.entryName(), lookup.generations());
        if (refresh) {
            return flights.overtake(flight, () -> rebuild(key, lookup.generations(), query))
                    .as(CacheStatus.refresh());
        }
        return lookup.entry().map(this::hit).orElseGet(() -> miss(flight, key, lookup.generations(), query));
    }

    private Rebuilt miss(Flight flight, CacheKey key, Generations generations, DashboardQuery query) {
        Flights.Landing<Rebuilt> landing = flights.join(
                flight, () -> storedMeanwhile(key, generations).orElseGet(() -> rebuild(key, generations, query)));
        return landing.joined() ? landing.value().joinedAs(CacheStatus.joinedMiss()) : landing.value();
    }

    /** A flight may have landed between this request's look into Redis and its own take-off. */
    private Optional<Rebuilt> storedMeanwhile(CacheKey key, Generations generations) {
        try {
            return store.entry(key, generations).map(this::hit);
        } catch (RedisUnavailable away) {
            return Optional.empty();
        }
    }

    private Rebuilt hit(Entry entry) {
        return new Rebuilt(entry.body(), CacheStatus.hit(entry.remaining(config.ttl(), clock.instant())), 0, 0);
    }

    private Rebuilt rebuild(CacheKey key, Generations generations, DashboardQuery query) {
        Rebuilt rebuilt = ask(query, CacheStatus.missAndStored());
        byte[] entry = EntryCodec.encode(new Entry(generations, clock.instant(), rebuilt.body()));
        if (entry.length > config.maxEntryBytes()) {
            return rebuilt.as(CacheStatus.missNotStored("too-large"));
        }
        try {
            store.store(key, entry);
            return rebuilt;
        } catch (RedisUnavailable away) {
            return rebuilt.as(CacheStatus.missNotStored(away.detail()));
        }
    }

    /** Without Redis nobody knows the changes that other replicas made; nobody waits across one that this one made. */
    private Rebuilt pastTheCache(CacheKey key, boolean refresh, DashboardQuery query, String why) {
        Flight flight = new Flight(key.entryName(), invalidation.changes());
        if (refresh) {
            return flights.overtake(flight, () -> ask(query, CacheStatus.refresh()));
        }
        Flights.Landing<Rebuilt> landing = flights.join(flight, () -> ask(query, CacheStatus.bypass(why)));
        return landing.joined() ? landing.value().joinedAs(CacheStatus.joinedBypass(why)) : landing.value();
    }

    private Rebuilt ask(DashboardQuery query, CacheStatus status) {
        StatementCount statements = new StatementCount();
        long started = System.nanoTime();
        DashboardView view = query.ask(statements);
        long databaseNanos = System.nanoTime() - started;
        return new Rebuilt(Body.of(view, mapper), status, databaseNanos, statements.executed());
    }
}
