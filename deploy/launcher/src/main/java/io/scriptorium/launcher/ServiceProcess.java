package io.scriptorium.launcher;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.Executables;
import io.scriptorium.local.Folders;
import io.scriptorium.local.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A service in a JVM of its own, from a copy of what was built: the next build must not change it while it runs. */
final class ServiceProcess implements Supervised {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(15);
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;

    private final ServiceDefinition service;
    private final SuiteFolder folder;
    private final PortPlan ports;
    private final Map<String, String> environment;
    private final Health health = new Health();
    private volatile ChildProcess child;

    ServiceProcess(ServiceDefinition service, SuiteFolder folder, PortPlan ports, Map<String, String> environment) {
        this.service = service;
        this.folder = folder;
        this.ports = ports;
        this.environment = environment;
    }

    /** @param built the {@code quarkus-app} of this service */
    void start(Path built) {
        copy(built, folder.app(service.name()));
        restart();
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public int port() {
        return ports.of(service);
    }

    @Override
    public Integer managementPort() {
        return ports.managementOf(service);
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public boolean isRunning() {
        return child.isAlive();
    }

    @Override
    public String ending() {
        return "pid " + child.pid() + ", exit code " + child.process().exitValue();
    }

    @Override
    public void restart() {
        stop();
        List<String> command = List.of(
                Executables.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                folder.app(service.name()).resolve("quarkus-run.jar").toString());
        child = ChildProcess.start(
                service.name(),
                ChildProcess.command(command, ChildProcess.Signal.KILL),
                environment,
                folder.pidFile(service.name()),
                folder.log(service.name()));
        child.await(this::isReady, READY_WITHIN);
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop(ChildProcess.Signal.TERM, STOPPED_WITHIN);
        }
    }

    private boolean isReady() {
        if (health.isReady(managementPort())) {
            return true;
        }
        try {
            Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while waiting for " + service.name() + ".", e);
        }
        return false;
    }

    private static void copy(Path built, Path to) {
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new PartFailure(built + " holds no built service.");
        }
        try (Stream<Path> files = Files.walk(built)) {
            Folders.delete(to);
            Files.createDirectories(to.getParent());
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(built.relativize(file)));
            }
        } catch (IOException e) {
            throw new PartFailure("The service in " + built + " could not be copied: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new PartFailure("The service in " + built + " could not be read: " + e.getMessage(), e);
        }
    }
}
