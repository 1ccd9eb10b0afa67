package io.scriptorium.dashboard.ingest;

import java.time.Instant;

/**
 * A refused record, where it stood, and why it was refused. The dead-letter topic has a copy.
 *
 * @param type as its header had it; so too {@code revision}
 * @param value as it came; null for a deletion, and in lists
 */
public record DeadLetterView(
        long id,
        String topic,
        int partition,
        long position,
        String key,
        String type,
        String revision,
        String cause,
        Instant arrivedAt,
        String value) {}
