package io.scriptorium.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the relay counts. */
final class OutboxMetrics {
    private final Counter sent;
    private final Counter failed;
    private final Counter parked;

    OutboxMetrics(MeterRegistry registry) {
        sent = Counter.builder("outbox.sent")
                .description("Changes that the broker has acknowledged")
                .register(registry);
        failed = Counter.builder("outbox.failed")
                .description("Attempts to relay that failed and are repeated")
                .register(registry);
        parked = Counter.builder("outbox.parked")
                .description("Changes that the broker can never take, put aside")
                .register(registry);
    }

    void sent(int rows) {
        sent.increment(rows);
    }

    void failed() {
        failed.increment();
    }

    void parked() {
        parked.increment();
    }
}
