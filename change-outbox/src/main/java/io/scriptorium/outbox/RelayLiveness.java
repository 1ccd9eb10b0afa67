package io.scriptorium.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the relay's thread has ended, which only an error of the JVM does to it: then a restart helps. */
@Liveness
@Singleton
class RelayLiveness implements HealthCheck {
    private final RelayLifecycle lifecycle;

    @Inject
    RelayLiveness(RelayLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("change-outbox-relay")
                .status(lifecycle.isAsItShouldBe())
                .build();
    }
}
