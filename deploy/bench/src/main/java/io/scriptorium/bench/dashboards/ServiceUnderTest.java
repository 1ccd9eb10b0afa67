package io.scriptorium.bench.dashboards;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.Database;
import io.scriptorium.local.Executables;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.Ports;
import io.scriptorium.local.RedisPart;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** admin-dashboard-service as it was built, in a JVM of its own over the bench's own parts. */
final class ServiceUnderTest implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(15);

    private final ChildProcess process;
    private final LocalIssuer issuer;
    private final int port;

    private ServiceUnderTest(ChildProcess process, LocalIssuer issuer, int port) {
        this.process = process;
        this.issuer = issuer;
        this.port = port;
    }

    /** @param built its {@code quarkus-app} */
    static ServiceUnderTest start(Path built, Path folder, Database database, KafkaPart kafka, RedisPart redis)
            throws IOException {
        return start(built, folder, database, kafka, redis, Map.of());
    }

    /** @param settings other than its own, as environment variables */
    static ServiceUnderTest start(
            Path built, Path folder, Database database, KafkaPart kafka, RedisPart redis, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(folder);
        LocalIssuer issuer =
                new LocalIssuer(folder.resolve("issuer"), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
        Path keys = Files.writeString(folder.resolve("jwks.json"), issuer.jwks());
        int port = Ports.free();
        int management = Ports.free();
        Map<String, String> environment = new TreeMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_REDIS_HOSTS", redis.uri());
        environment.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.DEFAULT_ISSUER);
        environment.put("MP_JWT_VERIFY_AUDIENCES", LocalIssuer.DEFAULT_AUDIENCE);
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.toUri().toString());
        environment.putAll(settings);
        List<String> command = List.of(
                Executables.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                built.resolve("quarkus-run.jar").toString());
        ChildProcess process = ChildProcess.start(
                "admin-dashboard-service",
                ChildProcess.command(command, ChildProcess.Signal.KILL),
                environment,
                folder.resolve("service.pid"),
                folder.resolve("service.log"));
        process.await(() -> isReady(management), READY_WITHIN);
        return new ServiceUnderTest(process, issuer, port);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String token(String role, String website) {
        return issuer.token(role, website, "bench", Duration.ofDays(1));
    }

    /** Makes all counters from the facts, and waits for it. */
    void repair() throws IOException, InterruptedException {
        URI recount = URI.create("http://127.0.0.1:" + port + "/api/v1/admin/operations/recount");
        HttpClient http = HttpClient.newHttpClient();
        String token = "Bearer " + token("superadmin", null);
        http.send(
                HttpRequest.newBuilder(recount)
                        .header("Authorization", token)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        String state;
        do {
            Thread.sleep(200);
            state = http.send(
                            HttpRequest.newBuilder(recount)
                                    .header("Authorization", token)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } while (state.contains("\"running\""));
        if (!state.contains("\"done\"")) {
            throw new IllegalStateException("The counters could not be made: " + state);
        }
    }

    @Override
    public void close() {
        process.stop(ChildProcess.Signal.TERM, STOPPED_WITHIN);
    }

    private static boolean isReady(int management) {
        try {
            Thread.sleep(100);
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + management + "/q/health/ready")
                            .toURL()
                            .openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
