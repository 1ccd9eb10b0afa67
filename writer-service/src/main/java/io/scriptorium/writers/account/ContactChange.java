package io.scriptorium.writers.account;

import io.scriptorium.outbox.Change;
import java.time.Instant;
import java.util.UUID;

/**
 * How a client is reached: {@code contracts/contact.v1.schema.json}. Personal data, on a topic of its own, which
 * payments-service alone may read; the tombstone of a deletion has compaction remove what the topic held.
 */
record ContactChange(UUID id, UUID websiteId, String fullName, String email, Instant updatedAt) {
    private static final String TOPIC = "writers.contact.changes";
    private static final String SCHEMA = "urn:scriptorium:writers:contact:v1";

    static Change changed(Account client) {
        return Change.changed(TOPIC, client.id.toString(), "writers.contact.changed", SCHEMA, of(client));
    }

    static Change deleted(UUID id) {
        return Change.deleted(TOPIC, id.toString(), "writers.contact.deleted", SCHEMA);
    }

    static ContactChange of(Account client) {
        return new ContactChange(client.id, client.websiteId(), client.fullName, client.email, client.updatedAt);
    }
}
