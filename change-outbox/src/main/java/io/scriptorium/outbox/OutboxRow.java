package io.scriptorium.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A row that waits to be sent.
 *
 * @param id also the event's revision
 * @param value JSON, or null for a tombstone
 * @param traceparent W3C, or null where nothing was traced
 */
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        String dataschema,
        byte[] value,
        String traceparent,
        Instant createdAt) {

    /** What is kept in order. */
    record Line(String topic, String key) {}

    Line line() {
        return new Line(topic, key);
    }

    int bytes() {
        return value == null ? 0 : value.length;
    }
}
