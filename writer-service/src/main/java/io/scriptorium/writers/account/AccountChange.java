package io.scriptorium.writers.account;

import io.scriptorium.outbox.Change;
import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * The public state of an account: {@code contracts/account.v1.schema.json}. No name and no address: nobody who counts
 * accounts needs to know whose they are.
 */
record AccountChange(UUID id, UUID websiteId, Role role, boolean suspended, Instant createdAt, Instant updatedAt) {
    private static final String TOPIC = "writers.account.changes";
    private static final String SCHEMA = "urn:scriptorium:writers:account:v1";

    static Change changed(Account account) {
        return Change.changed(TOPIC, account.id.toString(), "writers.account.changed", SCHEMA, of(account));
    }

    static Change deleted(UUID id) {
        return Change.deleted(TOPIC, id.toString(), "writers.account.deleted", SCHEMA);
    }

    static AccountChange of(Account account) {
        return new AccountChange(
                account.id,
                account.websiteId(),
                account.role,
                account.suspended(),
                account.createdAt,
                account.updatedAt);
    }
}
