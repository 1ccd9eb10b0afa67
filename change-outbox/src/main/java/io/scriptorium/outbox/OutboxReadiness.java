package io.scriptorium.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready when the database is gone. Ready while Kafka is: writes go on, and the outbox grows. */
@Readiness
@Singleton
class OutboxReadiness implements HealthCheck {
    private final OutboxMonitor monitor;
    private final Relay relay;

    @Inject
    OutboxReadiness(OutboxMonitor monitor, Relay relay) {
        this.monitor = monitor;
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("change-outbox");
        relay.trouble().ifPresent(trouble -> answer.withData("relay", trouble));
        Optional<OutboxMonitor.Look> look = monitor.lastLook();
        if (look.isEmpty()) {
            return answer.down().withData("database", "not looked at yet").build();
        }
        if (look.get().isTooOld()) {
            return answer.down().withData("database", "does not answer").build();
        }
        if (look.get().error() != null) {
            return answer.down().withData("database", look.get().error()).build();
        }
        OutboxStatus status = look.get().status();
        return answer.up()
                .withData("depth", status.depth())
                .withData("parked", status.parked())
                .build();
    }
}
