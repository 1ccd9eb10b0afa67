package io.scriptorium.payments.ledger;

/** The database refused a posting; nothing of the transaction survives. */
class LedgerFailure extends RuntimeException {
    LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
