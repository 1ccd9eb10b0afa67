package io.scriptorium.dashboard.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Entries and generations in Redis. Every method blocks for one round trip and no longer than its time-out, and throws
 * {@link RedisUnavailable} for whatever is wrong with Redis.
 */
@Singleton
class RedisStore {
    private static final Logger LOG = Logger.getLogger(RedisStore.class);
    private static final Pattern RUN_ID = Pattern.compile("^run_id:(\\w+)", Pattern.MULTILINE);
    private static final String CHANNEL = "dashboard:stale";
    private static final int BREAKER_WINDOW = 10;
    private static final int BREAKER_TRIALS = 2;

    private final Redis redis;
    private final CacheConfig config;
    private final MeterRegistry meters;
    private final Guard breaker;
    private final Timer peeksDone;
    private final Timer peeksFailed;
    private volatile long peekFailedAt;

    RedisStore(Redis redis, CacheConfig config, MeterRegistry meters) {
        this.redis = redis;
        this.config = config;
        this.meters = meters;
        this.peeksDone = timer("peek", "done");
        this.peeksFailed = timer("peek", "failed");
        this.peekFailedAt = System.nanoTime() - config.breakerDelay().toNanos();
        this.breaker = Guard.create()
                .withDescription("dashboard-cache")
                .withCircuitBreaker()
                .requestVolumeThreshold(BREAKER_WINDOW)
                .failureRatio(0.5)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(BREAKER_TRIALS)
                .onStateChange(RedisStore::logState)
                .done()
                .build();
    }

    /** The entry and its generations at once. A generation that is missing is made here: no old entry carries it. */
    Lookup lookup(CacheKey key) {
        List<String> names = Generations.namesFor(key);
        Request mget = mget(key.entryName(), names.get(0), names.get(1));
        Response found = behindBreaker("lookup", () -> redis.send(mget));
        if (found.get(1) == null || found.get(2) == null) {
            return new Lookup(Optional.empty(), makeMissing(names));
        }
        Generations present =
                new Generations(found.get(1).toString(), found.get(2).toString());
        return new Lookup(servable(found.get(0), present), present);
    }

    /**
     * The entry if it is servable, without blocking. Once this has failed, it fails at once for as long as the breaker
     * would: the usual way has its own time-out, and a request should not wait for both.
     */
    Future<Optional<Entry>> peek(RepeatedRequests.Checked request) {
        if (System.nanoTime() - peekFailedAt < config.breakerDelay().toNanos()) {
            return Future.failedFuture(new RedisUnavailable("redis-unavailable", null));
        }
        List<String> names = request.generationNames();
        long started = System.nanoTime();
        return redis.send(mget(request.entryName(), names.get(0), names.get(1)))
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .map(found -> found.get(1) == null || found.get(2) == null
                        ? Optional.<Entry>empty()
                        : servable(
                                found.get(0),
                                new Generations(
                                        found.get(1).toString(), found.get(2).toString())))
                .onComplete(done -> (done.succeeded() ? peeksDone : peeksFailed)
                        .record(System.nanoTime() - started, TimeUnit.NANOSECONDS))
                .recover(failure -> {
                    peekFailedAt = System.nanoTime();
                    return Future.failedFuture(new RedisUnavailable("redis-unavailable", failure));
                });
    }

    /** The entry of that key, if it carries these generations. */
    Optional<Entry> entry(CacheKey key, Generations generations) {
        // MGET rather than GET: to it, a value of another type is merely missing.
        Request mget = mget(key.entryName());
        return servable(behindBreaker("entry", () -> redis.send(mget)).get(0), generations);
    }

    void store(CacheKey key, byte[] entry) {
        Request set = Request.cmd(Command.SET)
                .arg(key.entryName())
                .arg(Buffer.buffer(entry))
                .arg("PX")
                .arg(config.ttl().toMillis());
        behindBreaker("store", () -> redis.send(set));
    }

    /**
     * Gives each of these generations a new token, and then tells every replica what is old, in one round trip. Past the
     * breaker: this must be tried.
     */
    void replace(List<String> generationNames, Stale stale) {
        Request mset = Request.cmd(Command.MSET);
        generationNames.forEach(name -> mset.arg(name).arg(Generations.newToken()));
        Request publish = publication(stale.toMessage());
        ask("invalidate", () -> redis.batch(List.of(mset, publish)).map(answers -> answers.get(0)));
    }

    void publish(String message) {
        Request publish = publication(message);
        ask("publish", () -> redis.send(publish));
    }

    /** @param heard gets every message from now on, on a thread that it must not block */
    Subscription subscribe(Consumer<String> heard) {
        RedisConnection connection = ask("connect", redis::connect);
        Subscription subscription = new Subscription(connection);
        connection.handler(message -> message(message).ifPresent(heard));
        try {
            ask(
                    "subscribe",
                    () -> connection.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL)));
            return subscription;
        } catch (RedisUnavailable away) {
            subscription.close();
            throw away;
        }
    }

    /** A connection that only listens. */
    static final class Subscription {
        private final RedisConnection connection;
        private volatile boolean broken;

        private Subscription(RedisConnection connection) {
            this.connection = connection;
            connection.exceptionHandler(failure -> broken = true);
            connection.endHandler(end -> broken = true);
        }

        boolean isBroken() {
            return broken;
        }

        void close() {
            connection.close();
        }
    }

    /** A name that Redis takes anew each time that it starts, and that differs on a replica. */
    String runId() {
        Request info = Request.cmd(Command.INFO).arg("server");
        Matcher line = RUN_ID.matcher(ask("watch", () -> redis.send(info)).toString());
        if (!line.find()) {
            throw new RedisUnavailable("no-run-id", null);
        }
        return line.group(1);
    }

    private Generations makeMissing(List<String> names) {
        List<Request> commands = new ArrayList<>();
        names.forEach(name -> commands.add(
                Request.cmd(Command.SET).arg(name).arg(Generations.newToken()).arg("NX")));
        commands.add(mget(names.get(0), names.get(1)));
        Response present = behindBreaker("make", () -> redis.batch(commands).map(answers -> answers.get(names.size())));
        if (present.get(0) == null || present.get(1) == null) {
            // Something that is not a string lies there; an invalidation will replace it.
            throw new RedisUnavailable("generation-unreadable", null);
        }
        return new Generations(present.get(0).toString(), present.get(1).toString());
    }

    private static Optional<Entry> servable(Response stored, Generations present) {
        return Optional.ofNullable(stored)
                .flatMap(bytes -> EntryCodec.decode(bytes.toBytes()))
                .filter(entry -> entry.generations().equals(present));
    }

    private static Request publication(String message) {
        return Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(message);
    }

    /** Redis pushes {@code message, channel, text}; and other things, such as that the subscription stands. */
    private static Optional<String> message(Response pushed) {
        return pushed != null
                        && pushed.size() == 3
                        && "message".equals(pushed.get(0).toString())
                ? Optional.of(pushed.get(2).toString())
                : Optional.empty();
    }

    private static Request mget(String... names) {
        Request mget = Request.cmd(Command.MGET);
        for (String name : names) {
            mget.arg(name);
        }
        return mget;
    }

    private Response behindBreaker(String name, Supplier<Future<Response>> command) {
        try {
            return breaker.get(() -> ask(name, command), Response.class);
        } catch (CircuitBreakerOpenException open) {
            throw new RedisUnavailable("breaker-open", open);
        }
    }

    private Timer timer(String command, String outcome) {
        return meters.timer("dashboard.cache.redis", "command", command, "outcome", outcome);
    }

    private <T> T ask(String name, Supplier<Future<T>> command) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            T response = await(command);
            outcome = "done";
            return response;
        } finally {
            sample.stop(timer(name, outcome));
        }
    }

    private <T> T await(Supplier<Future<T>> command) {
        try {
            // Composed, so that what the client throws at once is a failure like those that come later.
            return Future.succeededFuture()
                    .compose(nothing -> command.get())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RedisUnavailable("redis-timeout", e);
        } catch (ExecutionException e) {
            throw new RedisUnavailable("redis-unavailable", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailable("interrupted", e);
        }
    }

    private static void logState(CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warn("Redis fails or is slow: dashboards are answered by the database for a while");
            case HALF_OPEN -> LOG.debug("Redis is tried again");
            case CLOSED -> LOG.info("Redis answers again: dashboards are cached again");
        }
    }
}
