package io.scriptorium.dashboard.operations;

/**
 * What waits in a service's outbox to be published.
 *
 * @param reachable whether its metrics could be read; the rest is null otherwise
 * @param oldestAgeSeconds how long the oldest has waited
 * @param parked changes that wait for a person
 */
public record OutboxView(String service, boolean reachable, Long depth, Double oldestAgeSeconds, Long parked) {
    static OutboxView unreachable(String service) {
        return new OutboxView(service, false, null, null, null);
    }
}
