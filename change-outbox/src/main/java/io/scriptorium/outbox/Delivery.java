package io.scriptorium.outbox;

import java.util.List;

/**
 * What became of a batch. A row in neither list may or may not have arrived, or was held back; it stays in the outbox.
 *
 * @param sent ids of the rows that the broker has
 * @param refused rows that it can never take
 * @param failure why the rest could not be sent for now; null if there is no such rest
 */
record Delivery(List<Long> sent, List<Refusal> refused, Exception failure) {
    static final Delivery NOTHING = new Delivery(List.of(), List.of(), null);

    record Refusal(OutboxRow row, Exception reason) {
        /** For people. */
        String error() {
            return reason.getClass().getSimpleName() + ": " + reason.getMessage();
        }
    }
}
