package io.scriptorium.dashboard.ingest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that changed nothing here, and why. */
record DeadLetter(ConsumerRecord<String, byte[]> record, String cause) {
    private static final int MAX_CAUSE = 1000;

    DeadLetter {
        // No text column takes a NUL, and nobody reads more.
        String printable = cause.replaceAll("\\p{Cntrl}", " ");
        cause = printable.substring(0, Math.min(MAX_CAUSE, printable.length()));
    }
}
