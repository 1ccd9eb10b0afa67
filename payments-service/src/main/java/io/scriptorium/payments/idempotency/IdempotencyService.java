package io.scriptorium.payments.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.owner.clock.WallClock;
import io.scriptorium.payments.idempotency.Flights.Flight;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.ProblemMappers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Does what a request asks for once, however often it comes: the first answer is kept with the caller's
 * {@code Idempotency-Key}, and given again byte for byte. For every POST that moves money; the method takes the header
 * {@code Idempotency-Key}, is {@code @Blocking}, and returns what these methods return.
 *
 * <p>An answer of 4xx is kept as well: it did nothing, and will have done nothing. One of 5xx is not, so that the same
 * key may be tried again. What cannot be read or is invalid in itself was refused before it came here, and took no key.
 * Why it is built like this: ADR 017.
 */
@ApplicationScoped
public class IdempotencyService {
    private static final Logger LOG = Logger.getLogger(IdempotencyService.class);

    /** How long a request waits for another with its key. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long PAUSE_MILLIS = 50;

    private final IdempotencyTable table;
    private final Flights flights;
    private final ObjectMapper json;
    private final ProblemMappers problems;
    private final Caller caller;
    private final RoutingContext request;
    private final Clock clock;
    /** How long whoever works on a step is left to finish; longer than any request may take. */
    private final Duration lease;

    IdempotencyService(
            IdempotencyTable table,
            Flights flights,
            ObjectMapper json,
            ProblemMappers problems,
            Caller caller,
            RoutingContext request,
            @WallClock Clock clock,
            @ConfigProperty(name = "payments.idempotency.lease") Duration lease) {
        this.lease = lease;
        this.table = table;
        this.flights = flights;
        this.json = json;
        this.problems = problems;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    /**
     * For an effect that is one transaction. The claim of the key, the effect and the answer are one transaction together:
     * if the process dies between any two lines, none of them is there, and the next request with the key is the first.
     *
     * @param key the header as it was sent, null if it was not
     * @param body what the client sent, of which the JSON tells this request from another
     * @param effect joins the transaction that is under way
     */
    public Uni<Response> once(String key, Object body, Supplier<? extends RestResponse<?>> effect) {
        return together(key, body, (requestKey, fingerprint) -> {
            Instant now = clock.instant();
            return keepingRefusals(
                    requestKey,
                    fingerprint,
                    () -> inTransaction(() -> {
                        if (!table.claim(requestKey, fingerprint, now)) {
                            return replayed(known(requestKey, fingerprint).orElseThrow(KeyMisuse::underWay));
                        }
                        StoredAnswer answer = stored(effect.get());
                        table.answer(requestKey, answer);
                        return first(answer);
                    }));
        });
    }

    /**
     * For an effect that asks somebody outside, during which no transaction may be held.
     *
     * <p>The claim of the key and the intent are one transaction. If the process dies before it commits, nothing is there.
     * If it dies afterwards, the next request with the key finds what was begun, and completes it: at once when the first
     * failed, within a minute when it died without a word. So the completion may run again, and must do the same then; it
     * tells the present state, so that whichever answer is kept first is true.
     *
     * @param intent joins the transaction that is under way, and gives the id of what it began
     * @param completion of what has that id, in transactions of its own
     */
    public Uni<Response> inSteps(
            String key, Object body, Supplier<UUID> intent, Function<UUID, ? extends RestResponse<?>> completion) {
        return together(
                key,
                body,
                (requestKey, fingerprint) -> keepingRefusals(
                        requestKey, fingerprint, () -> stepped(requestKey, fingerprint, intent, completion)));
    }

    private Outcome stepped(
            RequestKey key,
            byte[] fingerprint,
            Supplier<UUID> intent,
            Function<UUID, ? extends RestResponse<?>> completion) {
        Begun begun = begin(key, fingerprint, intent);
        if (begun.answer() != null) {
            return replayed(begun.answer());
        }
        try {
            StoredAnswer answer = stored(completion.apply(begun.step()));
            return inTransaction(() -> table.answer(key, answer)
                    ? first(answer)
                    : known(key, fingerprint).map(IdempotencyService::replayed).orElse(first(answer)));
        } catch (RuntimeException failure) {
            letGo(key, failure);
            throw failure;
        }
    }

    /** Claims the key, or waits for whoever has it, or takes over from who died. */
    private Begun begin(RequestKey key, byte[] fingerprint, Supplier<UUID> intent) {
        Instant patienceEnds = clock.instant().plus(PATIENCE);
        while (true) {
            Optional<Begun> begun = inTransaction(() -> tryToBegin(key, fingerprint, intent));
            if (begun.isPresent()) {
                return begun.get();
            }
            if (clock.instant().isAfter(patienceEnds)) {
                throw KeyMisuse.underWay();
            }
            pause();
        }
    }

    private Optional<Begun> tryToBegin(RequestKey key, byte[] fingerprint, Supplier<UUID> intent) {
        Instant now = clock.instant();
        if (table.claim(key, fingerprint, now)) {
            UUID step = intent.get();
            table.begin(key, step, now.plus(lease));
            return Optional.of(new Begun(step, null));
        }
        // Purged between the two statements: the next attempt claims it.
        Optional<IdempotencyTable.Entry> entry = table.find(key);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        RequestKey.requireSame(entry.get().fingerprint(), fingerprint);
        if (entry.get().answer().isPresent()) {
            return Optional.of(new Begun(null, entry.get().answer().get()));
        }
        return table.takeOver(key, now, now.plus(lease))
                ? Optional.of(new Begun(entry.get().step(), null))
                : Optional.empty();
    }

    private void letGo(RequestKey key, RuntimeException failure) {
        try {
            inTransaction(() -> {
                table.letGo(key, clock.instant());
                return null;
            });
        } catch (RuntimeException alsoFailed) {
            // The lease ends by itself; what went wrong first is what the caller is told.
            LOG.debugf("A key could not be let go of: %s", alsoFailed.getClass());
            failure.addSuppressed(alsoFailed);
        }
    }

    private Uni<Response> together(String sent, Object body, Work work) {
        RequestKey key = RequestKey.of(caller.accountId(), sent);
        byte[] fingerprint =
                RequestKey.fingerprint(request.request().method().name(), request.normalizedPath(), bytes(body));
        Flight flight = new Flight(fingerprint, new CompletableFuture<>());
        Optional<Flight> other = flights.join(key, flight);
        if (other.isPresent()) {
            RequestKey.requireSame(other.get().fingerprint(), fingerprint);
            return Uni.createFrom()
                    .completionStage(other.get().answer())
                    .ifNoItem()
                    .after(PATIENCE)
                    .failWith(KeyMisuse::underWay)
                    .map(StoredAnswer::again);
        }
        try {
            Outcome outcome = work.result(key, fingerprint);
            flight.answer().complete(outcome.answer());
            return Uni.createFrom()
                    .item(
                            outcome.replayed()
                                    ? outcome.answer().again()
                                    : outcome.answer().response());
        } catch (RuntimeException failure) {
            flight.answer().completeExceptionally(failure);
            throw failure;
        } finally {
            flights.land(key, flight);
        }
    }

    /** A refusal has undone its transaction and so its claim; it is kept in one of its own. */
    private Outcome keepingRefusals(RequestKey key, byte[] fingerprint, Supplier<Outcome> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException failure) {
            Problem refusal = refusalIn(failure).orElseThrow(() -> failure);
            StoredAnswer answer = stored(problems.problem(refusal));
            return inTransaction(() -> {
                if (table.claim(key, fingerprint, clock.instant())) {
                    table.answer(key, answer);
                    return first(answer);
                }
                // Somebody else's request came between, or this one's own step had begun: theirs counts.
                return known(key, fingerprint).map(IdempotencyService::replayed).orElseThrow(() -> refusal);
            });
        }
    }

    private static Optional<Problem> refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem)
                        .filter(refusal -> !(refusal instanceof KeyMisuse) && refusal.status() < 500);
            }
        }
        return Optional.empty();
    }

    private Optional<StoredAnswer> known(RequestKey key, byte[] fingerprint) {
        Optional<IdempotencyTable.Entry> entry = table.find(key);
        entry.ifPresent(found -> RequestKey.requireSame(found.fingerprint(), fingerprint));
        return entry.flatMap(IdempotencyTable.Entry::answer);
    }

    private StoredAnswer stored(RestResponse<?> answer) {
        return stored(answer.toResponse());
    }

    private StoredAnswer stored(Response answer) {
        MediaType type = answer.getMediaType();
        return new StoredAnswer(
                answer.getStatus(),
                type == null ? MediaType.APPLICATION_JSON : type.toString(),
                header(answer, HttpHeaders.LOCATION),
                header(answer, HttpHeaders.ETAG),
                bytes(answer.getEntity()));
    }

    private static String header(Response answer, String name) {
        Object value = answer.getHeaders().getFirst(name);
        return value == null ? null : value.toString();
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from JSON, or is answered as JSON, can be written", e);
        }
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KeyMisuse.underWay();
        }
    }

    private static Outcome first(StoredAnswer answer) {
        return new Outcome(answer, false);
    }

    private static Outcome replayed(StoredAnswer answer) {
        return new Outcome(answer, true);
    }

    private interface Work {
        Outcome result(RequestKey key, byte[] fingerprint);
    }

    private record Outcome(StoredAnswer answer, boolean replayed) {}

    /** @param step null when it is answered */
    private record Begun(UUID step, StoredAnswer answer) {}
}
