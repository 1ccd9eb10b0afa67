package io.scriptorium.payments.idempotency;

/** The database did not do what was asked of it. */
class IdempotencyFailure extends RuntimeException {
    IdempotencyFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
