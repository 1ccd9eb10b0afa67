package io.scriptorium.payments.provider;

/** A provider did not answer, or not what could be understood. It is no failure: money may have moved. */
class OutcomeUnknown extends RuntimeException {
    OutcomeUnknown(String message) {
        super(message);
    }
}
