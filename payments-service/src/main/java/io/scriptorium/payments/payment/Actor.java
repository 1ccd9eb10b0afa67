package io.scriptorium.payments.payment;

import java.util.UUID;

/**
 * Who brings a payment into a state.
 *
 * @param kind as the table writes it
 * @param accountId null unless somebody with an account asked for it
 */
record Actor(String kind, UUID accountId) {
    /** What the service does of itself, such as following an order. */
    static final Actor SYSTEM = new Actor("system", null);

    static final Actor PROVIDER = new Actor("provider", null);

    static Actor account(UUID id) {
        return new Actor("account", id);
    }
}
