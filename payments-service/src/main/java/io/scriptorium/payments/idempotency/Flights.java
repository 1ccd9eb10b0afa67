package io.scriptorium.payments.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Requests with a key that are under way in this process. A thousand with one key wait for the first without a thread or
 * a connection each; between processes the database tells who is first.
 */
@ApplicationScoped
class Flights {
    private final ConcurrentMap<RequestKey, Flight> flights = new ConcurrentHashMap<>();

    record Flight(byte[] fingerprint, CompletableFuture<StoredAnswer> answer) {}

    /** @return the flight to wait for; empty when this one is the first, which must {@link #land} */
    Optional<Flight> join(RequestKey key, Flight flight) {
        return Optional.ofNullable(flights.putIfAbsent(key, flight));
    }

    void land(RequestKey key, Flight flight) {
        flights.remove(key, flight);
    }
}
