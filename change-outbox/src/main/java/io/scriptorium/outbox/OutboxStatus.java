package io.scriptorium.outbox;

import java.time.Duration;

/**
 * How far the outbox is behind.
 *
 * @param depth rows that wait, held back ones included; from a million on it says a million
 * @param oldestAge how long the oldest of them has waited; null when there is none
 * @param parked changes that cannot be sent
 */
public record OutboxStatus(long depth, Duration oldestAge, long parked) {}
