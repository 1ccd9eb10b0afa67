package io.scriptorium.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Wakes the relay of this process when the running transaction has committed: once, however often it is asked for. */
final class WakeAfterCommit {
    private static final Object REGISTERED = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final Relay relay;

    WakeAfterCommit(TransactionSynchronizationRegistry transactions, Relay relay) {
        this.transactions = transactions;
        this.relay = relay;
    }

    void register() {
        if (transactions.getResource(REGISTERED) != null) {
            return;
        }
        transactions.putResource(REGISTERED, REGISTERED);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is there to be seen before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
