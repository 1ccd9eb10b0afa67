package io.scriptorium.dashboard.ingest;

import java.time.Instant;

/** Where a refused record is, and why it was refused. The record itself is in the dead-letter topic. */
public record DeadLetterView(
        long id, String topic, int partition, long position, String key, String cause, Instant arrivedAt) {}
