package io.scriptorium.dashboard.cache;

import io.scriptorium.platform.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One piece of work per key at a time: who comes while it runs waits for its result, or fails with its failure. */
final class Flights<K, V> {
    /** @param joined whether somebody else's work gave the value */
    record Landing<V>(V value, boolean joined) {}

    private final ConcurrentMap<K, CompletableFuture<V>> inFlight = new ConcurrentHashMap<>();
    private final Duration waitLimit;

    Flights(Duration waitLimit) {
        this.waitLimit = waitLimit;
    }

    /** @throws Problem 503 when the work of another one takes longer than the limit */
    Landing<V> join(K key, Supplier<V> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = inFlight.putIfAbsent(key, mine);
        return others == null ? new Landing<>(fly(key, mine, work), false) : new Landing<>(await(others), true);
    }

    /** Works even if another one does already; who comes later waits for this work, which is the newer. */
    V overtake(K key, Supplier<V> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        inFlight.put(key, mine);
        return fly(key, mine, work);
    }

    int waitable() {
        return inFlight.size();
    }

    private V fly(K key, CompletableFuture<V> mine, Supplier<V> work) {
        try {
            V value = work.get();
            mine.complete(value);
            return value;
        } catch (Throwable failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            inFlight.remove(key, mine);
        }
    }

    private V await(CompletableFuture<V> others) {
        try {
            return others.get(waitLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // Work declares no checked exceptions, so these are all.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (TimeoutException e) {
            throw new Problem(503, "The numbers take too long to be read. Try again in a moment.", List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "The service is stopping. Try again in a moment.", List.of());
        }
    }
}
