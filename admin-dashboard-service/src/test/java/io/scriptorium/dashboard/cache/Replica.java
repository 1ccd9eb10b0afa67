package io.scriptorium.dashboard.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.local.RedisPart;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.StrictJson;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One process's cache over a real Redis, as the container would make it. Two of these are two replicas. */
final class Replica implements AutoCloseable {
    static final UUID WEBSITE = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("0199aa00-0000-7000-8000-000000000002");

    /** A dashboard of one number. */
    record NumberView(long number, Instant asOf) implements DashboardView {}

    record Settings(
            Duration ttl,
            Duration timeout,
            Duration retryInterval,
            Duration breakerDelay,
            int maxEntryBytes,
            Duration waitLimit,
            Duration allWebsitesPause)
            implements CacheConfig {
        /** A generous time-out: many threads share two processors here. */
        static final Settings PATIENT = new Settings(
                Duration.ofSeconds(300),
                Duration.ofSeconds(20),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                1 << 20,
                Duration.ofSeconds(30),
                Duration.ZERO);

        static final Settings HASTY = new Settings(
                Duration.ofSeconds(300),
                Duration.ofMillis(50),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                1 << 20,
                Duration.ofSeconds(30),
                Duration.ZERO);

        Settings withTtl(Duration other) {
            return new Settings(
                    other, timeout, retryInterval, breakerDelay, maxEntryBytes, waitLimit, allWebsitesPause);
        }

        Settings withAllWebsitesPause(Duration other) {
            return new Settings(ttl, timeout, retryInterval, breakerDelay, maxEntryBytes, waitLimit, other);
        }

        Settings withMaxEntryBytes(int other) {
            return new Settings(ttl, timeout, retryInterval, breakerDelay, other, waitLimit, allWebsitesPause);
        }
    }

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DashboardCache cache;
    final CacheInvalidation invalidation;
    final StaleFeed feed;

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;

    private Replica(RedisPart part, CacheConfig config) {
        redis = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(part.uri())
                        .setMaxPoolSize(8)
                        .setMaxPoolWaiting(10_000));
        ObjectMapper mapper = StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));
        RedisStore store = new RedisStore(redis, config, meters);
        feed = new StaleFeed(store);
        invalidation = new CacheInvalidation(store, feed, config, meters);
        cache = new DashboardCache(store, invalidation, config, mapper, Clock.systemUTC(), new DashboardUsage(meters));
        invalidation.start();
        feed.start();
    }

    static Replica over(RedisPart part, CacheConfig config) {
        return new Replica(part, config);
    }

    static CacheKey keyOf(UUID website) {
        return key("users", Callers.adminOf(website));
    }

    static CacheKey keyOfAll() {
        return key("users", Callers.superadmin());
    }

    static CacheKey key(String dashboard, Caller caller) {
        StatsScope scope = StatsScope.of(caller, Optional.empty());
        return CacheKey.of(dashboard, caller, scope, Map.of("days", 30), LocalDate.now(ZoneOffset.UTC));
    }

    static DashboardQuery number(long number) {
        return statements -> {
            statements.increment();
            return new NumberView(number, Instant.parse("2026-03-01T06:00:00Z"));
        };
    }

    static long numberIn(DashboardAnswer answer) {
        String json = new String(answer.body().json());
        return Long.parseLong(json.replaceFirst(".*\"number\":(-?\\d+).*", "$1"));
    }

    DashboardAnswer read(CacheKey key, DashboardQuery query) {
        return cache.answer(key, false, query);
    }

    /** Straight to Redis, as nobody in the service does. */
    Response redis(Command command, Object... arguments) throws Exception {
        Request request = Request.cmd(command);
        Arrays.stream(arguments).forEach(argument -> {
            if (argument instanceof byte[] bytes) {
                request.arg(bytes);
            } else {
                request.arg(argument.toString());
            }
        });
        return redis.send(request).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    double counted(String result) {
        return meters.counter("dashboard.cache", "dashboard", "users", "result", result)
                .count();
    }

    double owed() {
        return meters.get("dashboard.cache.owed").gauge().value();
    }

    @Override
    public void close() {
        invalidation.stop();
        feed.stop();
        redis.close();
        vertx.close();
    }
}
