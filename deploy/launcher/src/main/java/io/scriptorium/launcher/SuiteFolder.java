package io.scriptorium.launcher;

import io.scriptorium.local.Folders;
import io.scriptorium.local.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything of one suite lies: data, logs, the copies that run, and what it says about itself.
 *
 * @param root absolute
 */
record SuiteFolder(Path root) {
    private static final String LOCK = ".lock";
    private static final String MARKER = ".scriptorium-data";

    SuiteFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path part(String name) {
        return root.resolve(name);
    }

    Path issuer() {
        return root.resolve("issuer");
    }

    /** Secrets of services, in files that only their owner can read. */
    Path secrets() {
        return root.resolve("secrets");
    }

    Path app(String service) {
        return root.resolve("apps").resolve(service);
    }

    Path log(String service) {
        return root.resolve("logs").resolve(service + ".log");
    }

    Path pidFile(String service) {
        return root.resolve("run").resolve(service + ".pid");
    }

    /** The environment of a service, for its dev mode. It holds a password. */
    Path environment(String service) {
        return root.resolve("run").resolve("env").resolve(service);
    }

    /** While it is there, the service runs in dev mode. It holds the pid of who wants that. */
    Path devFlag(String service) {
        return root.resolve("run").resolve("dev-" + service);
    }

    Path state() {
        return root.resolve("run").resolve("suite.json");
    }

    /**
     * Makes the folder, or takes it if a suite used it before.
     *
     * @throws PartFailure if it holds anything else
     */
    void claim() {
        try {
            Files.createDirectories(root);
            if (!isOurs()) {
                throw new PartFailure(
                        root + " holds other things than a suite's data. Name an empty or a new folder with --data.");
            }
            Files.writeString(root.resolve(MARKER), "The data of a local Scriptorium suite: see deploy/README.md.\n");
            Files.createDirectories(root.resolve("logs"));
            Files.createDirectories(root.resolve("apps"));
            Files.createDirectories(root.resolve("run"));
        } catch (IOException e) {
            throw new PartFailure("The data folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Deletes all data. Call it on a claimed folder whose lock is held. */
    void empty() {
        try {
            for (Path entry : entries()) {
                if (!List.of(LOCK, MARKER).contains(entry.getFileName().toString())) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new PartFailure("The data folder " + root + " could not be emptied: " + e.getMessage(), e);
        }
        claim();
    }

    private boolean isOurs() throws IOException {
        return Files.exists(root.resolve(MARKER))
                || entries().stream()
                        .allMatch(entry -> entry.getFileName().toString().equals(LOCK));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.toList();
        }
    }
}
