package io.scriptorium.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Runs the relay and the monitor for as long as the application runs. */
@Singleton
class RelayLifecycle {
    private final OutboxConfig config;
    private final Relay relay;
    private final OutboxMonitor monitor;

    @Inject
    RelayLifecycle(OutboxConfig config, Relay relay, OutboxMonitor monitor) {
        this.config = config;
        this.relay = relay;
        this.monitor = monitor;
    }

    void start(@Observes StartupEvent event) {
        monitor.start();
        if (config.relay().enabled()) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
        monitor.close();
    }

    /** Whether the relay does what it should: run, or nothing. */
    boolean isAsItShouldBe() {
        return !config.relay().enabled() || relay.isAlive();
    }
}
