package io.scriptorium.outbox;

import java.time.Instant;

/**
 * A change that cannot be sent, and holds back the later ones of its key.
 *
 * @param id its revision
 * @param releasable false when its state was no JSON: then there is nothing to send, and discarding is all that helps
 * @param error why, for people
 */
public record ParkedChange(
        long id, String topic, String key, String type, boolean releasable, String error, Instant parkedAt) {}
