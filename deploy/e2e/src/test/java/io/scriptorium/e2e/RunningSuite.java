package io.scriptorium.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.local.Database;
import io.scriptorium.local.Folders;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The suite, started by its own launcher on an empty folder and a free range of ports. */
final class RunningSuite implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> SERVICES =
            List.of("writer-service", "payments-service", "special-orders-service", "admin-dashboard-service");
    private static final int PORTS = 26;
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    private static RunningSuite shared;

    private final Path folder;
    private final int port;
    private final Process launcher;

    private RunningSuite(Path folder, int port, Process launcher) {
        this.folder = folder;
        this.port = port;
        this.launcher = launcher;
    }

    static RunningSuite start() throws IOException {
        Path folder = Files.createTempDirectory("scriptorium-e2e-");
        Path apps = Files.createDirectory(folder.resolve("built"));
        for (String service : SERVICES) {
            copy(PROJECT.resolve(service).resolve("target/quarkus-app"), apps.resolve(service));
        }
        int port = freeRange();
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dscriptorium.data=" + folder.resolve("data"),
                        "-Dscriptorium.apps=" + apps,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.scriptorium.launcher.Main",
                        "up",
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launcher.log").toFile())
                .start();
        RunningSuite suite = new RunningSuite(folder, port, launcher);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
        Awaitility.await()
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !launcher.isAlive() || suite.state().path("ready").asBoolean());
        if (!launcher.isAlive()) {
            String log = suite.log();
            suite.close();
            throw new IllegalStateException("The launcher ended:\n" + log);
        }
        return suite;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The folder of the key that signs its tokens. */
    Path issuer() {
        return folder.resolve("data/issuer");
    }

    String token(String role, String websiteId) {
        return token(role, websiteId, UUID.randomUUID().toString());
    }

    /** @param subject the account's id */
    String token(String role, String websiteId, String subject) {
        return new LocalIssuer(folder.resolve("data/issuer"), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE)
                .token(role, websiteId, subject, Duration.ofHours(1));
    }

    Client client(String role, String websiteId, String subject) {
        return new Client(address(), token(role, websiteId, subject));
    }

    Client superadmin() {
        return new Client(address(), token("superadmin", null));
    }

    /** A service's own, as it was told by its environment. */
    Database database(String name) {
        Path told = folder.resolve("data/run/env").resolve(name.replace('_', '-'));
        try {
            Map<String, String> variables = Files.readAllLines(told).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1].replaceAll("^'|'$", "")));
            return new Database(
                    variables.get("QUARKUS_DATASOURCE_JDBC_URL"),
                    variables.get("QUARKUS_DATASOURCE_USERNAME"),
                    variables.get("QUARKUS_DATASOURCE_PASSWORD"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one suite of all test classes of this JVM, which ends with it. */
    static synchronized RunningSuite shared() throws IOException {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(RunningSuite::stopShared, "stop-suite"));
        }
        return shared;
    }

    private static void stopShared() {
        try {
            shared.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}, by the number that the suite itself gives; not the launcher, nor what is down just now. */
    void kill(String name) {
        long pid = pid(name);
        ProcessHandle.of(pid)
                .filter(process -> pid > 0)
                .orElseThrow(() -> new IllegalStateException(name + " is not running"))
                .destroyForcibly();
        Awaitility.await(name + " is back")
                .atMost(BACK_WITHIN)
                .until(() -> pid(name) != pid && pid(name) > 0 && ready(name));
    }

    @Override
    public void close() throws IOException {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("The suite did not stop in order:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the suite was stopping", e);
        }
        Folders.delete(folder);
    }

    String log() {
        try {
            return Files.readString(folder.resolve("launcher.log"));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** All that the services said so far. */
    String logsOfServices() {
        return SERVICES.stream()
                .map(service -> folder.resolve("data/logs").resolve(service + ".log"))
                .map(log -> {
                    try {
                        return Files.readString(log);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining());
    }

    private boolean ready(String name) {
        return processes(name).path("state").asText().equals("running");
    }

    private long pid(String name) {
        return processes(name).path("pid").asLong();
    }

    private JsonNode processes(String name) {
        for (JsonNode process : state().path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process;
            }
        }
        throw new IllegalStateException("the suite has no " + name);
    }

    private JsonNode state() {
        Path state = folder.resolve("data/run/suite.json");
        try {
            return Files.exists(state) ? JSON.readTree(state.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static int freeRange() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .limit(1_000)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }
}
