package io.scriptorium.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The clocks of the services that own data, moved together (ADR 040). */
final class SuiteClock implements AutoCloseable {
    private static final List<String> OWNERS = List.of("writer-service", "payments-service", "special-orders-service");
    private static final int FORBIDDEN = 403;

    /** The services' clocks tick on, each from when it was moved: this much later, none of them would go back. */
    private static final Duration AHEAD = Duration.ofMillis(500);

    private final Gateway gateway;
    private final String superadmin;
    private Instant last = Instant.MIN;
    private long movedAt;
    private boolean closed;

    SuiteClock(Gateway gateway, String superadmin) {
        this.gateway = gateway;
        this.superadmin = superadmin;
    }

    /** @throws DemoFailure when somebody else has moved them, or nobody may */
    void mustBeRight() {
        for (String owner : OWNERS) {
            if (gateway.get(superadmin, path(owner)).body().path("moved").asBoolean()) {
                throw new DemoFailure(
                        "The clock of %s is moved: another demo fills this suite, or was killed within the last minute."
                                .formatted(owner));
            }
        }
    }

    /** Does nothing once it is closed: whoever is interrupted in the middle goes on for a moment. */
    synchronized void moveTo(Instant wanted) {
        if (closed) {
            return;
        }
        Instant floor = last == Instant.MIN ? wanted : present().plus(AHEAD);
        Instant target = wanted.isAfter(floor) ? wanted : floor;
        // Where it stands by now is the best there is, when the past has come up with the present.
        Instant now = Instant.now();
        if (target.isAfter(now)) {
            return;
        }
        all(owner -> gateway.post(superadmin, path(owner) + "/move", Map.of("now", target.toString())));
        last = target;
        movedAt = System.nanoTime();
    }

    /** It would go right by itself a minute after the last move. */
    synchronized void hold() {
        if (last != Instant.MIN) {
            moveTo(present());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        all(owner -> gateway.delete(superadmin, path(owner)));
    }

    private Instant present() {
        return last.plusNanos(System.nanoTime() - movedAt);
    }

    private void all(Consumer<String> move) {
        CompletableFuture<?>[] moves = OWNERS.stream()
                .map(owner -> CompletableFuture.runAsync(() -> move.accept(owner)))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(moves).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refused refused && refused.status() == FORBIDDEN) {
                throw new DemoFailure(
                        "This suite does not let its clock be moved; deploy/suite up starts one that does.", e);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static String path(String owner) {
        return "/api/v1/" + owner + "/clock";
    }
}
