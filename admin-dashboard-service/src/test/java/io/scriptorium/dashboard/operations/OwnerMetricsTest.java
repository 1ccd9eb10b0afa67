package io.scriptorium.dashboard.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerMetricsTest {
    private static final String METRICS = """
            # TYPE outbox_depth gauge
            outbox_depth 12.0
            outbox_depth_of_something_else 99.0
            outbox_oldest_age_seconds 0.25
            outbox_parked_rows{instance="a"} 1.0
            """;

    private record Configured(Optional<List<String>> owners, Duration timeout) implements OperationsConfig {}

    private HttpServer owner;

    @BeforeEach
    void start() throws IOException {
        owner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        owner.createContext("/q/metrics", exchange -> {
            byte[] body = METRICS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        owner.createContext("/silent", exchange -> {
            // Never answers.
        });
        owner.start();
    }

    @AfterEach
    void stop() {
        owner.stop(0);
    }

    @Test
    void readsTheGaugesOfThoseThatAnswerAndSaysWhichDoNot() {
        assertThat(outboxes("payments=" + at("/q/metrics"), "silent=" + at("/silent"), "other=" + at("/elsewhere")))
                .containsExactly(
                        new OutboxView("payments", true, 12L, 0.25, 1L),
                        OutboxView.unreachable("silent"),
                        OutboxView.unreachable("other"));
    }

    @Test
    void refusesAConfigurationWithoutNames() {
        assertThatThrownBy(() -> outboxes("http://somewhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NAME=URL");
    }

    private static List<OutboxView> outboxes(String... owners) {
        return new OwnerMetrics(new Configured(Optional.of(List.of(owners)), Duration.ofSeconds(5))).outboxes();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + owner.getAddress().getPort() + path;
    }
}
