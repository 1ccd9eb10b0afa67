package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void countsEveryPortFromTheGateways() {
        assertThat(new PortPlan(8080).all(ServiceDefinition.ALL))
                .containsExactly(
                        entry(8080, "the gateway"),
                        entry(8081, "writer-service"),
                        entry(8082, "payments-service"),
                        entry(8083, "special-orders-service"),
                        entry(8084, "admin-dashboard-service"),
                        entry(8091, "writer-service's health and metrics"),
                        entry(8092, "payments-service's health and metrics"),
                        entry(8093, "special-orders-service's health and metrics"),
                        entry(8094, "admin-dashboard-service's health and metrics"),
                        entry(8101, "postgres"),
                        entry(8102, "redis"),
                        entry(8103, "kafka"),
                        entry(8104, "kafka's controller"),
                        entry(8105, "mail"));
    }

    @Test
    void givesNoPortTwice() {
        // Each service has two, the gateway and Redis, PostgreSQL and mail one, Kafka two.
        assertThat(new PortPlan(PortPlan.HIGHEST).all(ServiceDefinition.ALL))
                .hasSize(2 * ServiceDefinition.ALL.size() + 6)
                .allSatisfy((port, use) -> assertThat(port).isLessThanOrEqualTo(65_535));
    }
}
