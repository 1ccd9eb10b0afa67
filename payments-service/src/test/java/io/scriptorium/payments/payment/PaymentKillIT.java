package io.scriptorium.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.Database;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.Ports;
import io.scriptorium.local.test.LocalParts;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.payments.WithParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service is killed while clients pay; it starts again, they try again, and every payment is one charge. */
@QuarkusTest
@WithParts
class PaymentKillIT {
    private static final int ROUNDS = 2;
    private static final int PAYMENTS = 40;
    private static final int CLIENTS = 4;
    private static final List<String> TOKENS = List.of("tok_success", "tok_slow", "tok_timeout", "tok_lost");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final UUID website = UUID.randomUUID();
    private final String client = UUID.randomUUID().toString();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Database database = LocalParts.freshDatabase("payments_killed");
    private final int port = Ports.free();
    private final Queue<IOException> unanswered = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void chargesEachPaymentOnceThoughTheProcessIsKilledAgainAndAgain() throws Exception {
        Map<String, String> keys = new LinkedHashMap<>();
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            ChildProcess service = start(round);
            if (round == 0) {
                introduceTheWebsite();
                for (int i = 0; i < PAYMENTS; i++) {
                    keys.put(demanded(), UUID.randomUUID().toString());
                }
            }
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> paying = pay(clients, keys);
            // In full swing: some are paid, others are not.
            int before = completed();
            await().atMost(PATIENCE).until(() -> completed() > before);
            Thread.sleep(random.nextInt(300));
            service.kill();
            for (Future<?> each : paying) {
                each.get();
            }
            clients.shutdownNow();
        }
        assertThat(unanswered).isNotEmpty();
        ChildProcess survivor = start(ROUNDS);
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                for (Future<?> each : pay(clients, keys)) {
                    each.get();
                }
                clients.shutdownNow();
                assertThat(completed()).isEqualTo(PAYMENTS);
            });
            assertThat(number("SELECT count(*) FROM simulated_operation WHERE kind = 'charge' AND succeeds"))
                    .isEqualTo(PAYMENTS);
            assertThat(number("SELECT count(*) FROM payment_attempt WHERE status = 'succeeded'"))
                    .isEqualTo(PAYMENTS);
            assertThat(number("SELECT count(*) FROM payment_attempt WHERE status <> 'succeeded'"))
                    .isZero();
            assertThat(number("SELECT count(*) FROM payment_transition WHERE to_status = 'completed'"))
                    .isEqualTo(PAYMENTS);
        } finally {
            survivor.kill();
        }
    }

    /** Whatever is answered, or not: the service dies meanwhile. */
    private List<Future<?>> pay(ExecutorService clients, Map<String, String> keys) {
        List<Future<?>> paying = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, String> each : keys.entrySet()) {
            String token = TOKENS.get(number++ % TOKENS.size());
            paying.add(clients.submit(() -> {
                try {
                    post(
                            "/api/v1/payments/" + each.getKey() + "/pay",
                            each.getValue(),
                            "{\"token\":\"" + token + "\"}");
                } catch (IOException died) {
                    unanswered.add(died);
                }
                return null;
            }));
        }
        return paying;
    }

    private void introduceTheWebsite() throws Exception {
        Broker.shared().send(Event.of("writers.website.changes", website, "writers.website.changed", 1, """
                {"id": "%s", "name": "Essays", "domain": "e.example", "currency": "USD", "time_zone": "UTC",
                 "active": true, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
                """.formatted(
                        website)));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> number("SELECT count(*) FROM website WHERE id = '" + website + "'") == 1);
    }

    private String demanded() throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/payments",
                UUID.randomUUID().toString(),
                "{\"kind\":\"order\",\"reference\":\"%s\",\"amount\":10,\"currency\":\"USD\"}"
                        .formatted(UUID.randomUUID()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body()).get("id").asText();
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        String token = LocalParts.issuer().token("client", website.toString(), client, Duration.ofMinutes(30));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private ChildProcess start(int round) throws Exception {
        Path jwks = folder.resolve("jwks.json");
        Files.writeString(jwks, LocalParts.issuer().jwks());
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.free()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", LocalParts.kafka().bootstrapServers());
        environment.put("MP_MESSAGING_INCOMING_CHANGES_GROUP_ID", "killed-" + website);
        environment.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.DEFAULT_ISSUER);
        environment.put("MP_JWT_VERIFY_AUDIENCES", LocalIssuer.DEFAULT_AUDIENCE);
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", jwks.toUri().toString());
        environment.put("PAYMENTS_PROVIDER", "simulated");
        environment.put("PAYMENTS_SIMULATED_WEBHOOK_SECRETS", SECRET);
        environment.put(
                "PAYMENTS_SIMULATED_WEBHOOK_URL", "http://127.0.0.1:" + port + "/api/v1/payments/webhooks/simulated");
        environment.put("PAYMENTS_SIMULATED_TIMEOUT", "0.1s");
        environment.put("PAYMENTS_RECONCILER_FIRST_AFTER", "2s");
        environment.put("PAYMENTS_IDEMPOTENCY_LEASE", "2s");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString());
        ChildProcess child = ChildProcess.start(
                "payments-service",
                ChildProcess.command(java, ChildProcess.Signal.KILL),
                environment,
                folder.resolve("service.pid"),
                folder.resolve("service-" + round + ".log"));
        child.await(this::answers, PATIENCE);
        return child;
    }

    private boolean answers() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/payments"))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 401;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int completed() throws SQLException {
        return number("SELECT count(*) FROM payment WHERE status = 'completed'");
    }

    private int number(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
