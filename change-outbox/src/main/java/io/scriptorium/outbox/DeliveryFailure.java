package io.scriptorium.outbox;

/** Rows could not be sent for now. They are in the outbox still. */
class DeliveryFailure extends Exception {
    DeliveryFailure(Exception cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
