package io.scriptorium.launcher;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.DataFolder;
import io.scriptorium.local.PartFailure;
import io.scriptorium.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What would make a start fail halfway, found before anything is started and said in one sentence each. */
final class Preflight {
    static final long NEEDED_BYTES = 1L << 30;

    private final SuiteFolder folder;
    private final PortPlan ports;
    private final List<ServiceDefinition> services;

    Preflight(SuiteFolder folder, PortPlan ports, List<ServiceDefinition> services) {
        this.folder = folder;
        this.ports = ports;
        this.services = services;
    }

    /**
     * The folder's lock, once nothing stands in the way.
     *
     * @param fresh whether to delete the data of earlier runs
     */
    DataFolder pass(boolean fresh) {
        folder.claim();
        DataFolder lock = lock();
        try {
            stopLeftovers();
            if (fresh) {
                folder.empty();
            }
            folder.claim();
            portsInUse(ports.all(services), Ports::isFree).ifPresent(Preflight::fail);
            tooLittleSpace(Files.getFileStore(folder.root()).getUsableSpace(), folder)
                    .ifPresent(Preflight::fail);
            return lock;
        } catch (IOException e) {
            lock.close();
            throw new PartFailure("The data folder " + folder.root() + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static Optional<String> portsInUse(Map<Integer, String> wanted, IntPredicate isFree) {
        List<String> taken = wanted.entrySet().stream()
                .filter(port -> !isFree.test(port.getKey()))
                .map(port -> port.getKey() + " (wanted by " + port.getValue() + ")")
                .toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of("In use by another program on 127.0.0.1: " + (taken.size() == 1 ? "port " : "ports ")
                        + String.join(", ", taken)
                        + ". Stop it, or choose other ports with --port (all are counted from that one).");
    }

    static Optional<String> tooLittleSpace(long usableBytes, SuiteFolder folder) {
        return usableBytes >= NEEDED_BYTES
                ? Optional.empty()
                : Optional.of("Only %d MiB are free on the disk of %s; the suite wants at least %d MiB."
                        .formatted(usableBytes >> 20, folder.root(), NEEDED_BYTES >> 20));
    }

    private DataFolder lock() {
        try {
            return DataFolder.lock(folder.root());
        } catch (PartFailure inUse) {
            throw SuiteState.running(folder)
                    .map(suite -> new PartFailure(
                            ("A suite runs on %s already (pid %d, http://localhost:%d). Stop it with deploy/suite down,"
                                            + " or name another folder with --data.")
                                    .formatted(folder.root(), suite.pid(), suite.port()),
                            inUse))
                    .orElse(inUse);
        }
    }

    /** Of a launcher that was killed on a machine where children do not end with their parent. */
    private void stopLeftovers() {
        List.of("postgres", "redis", "kafka", "mail")
                .forEach(part -> ChildProcess.stopLeftover(folder.part(part).resolve(part + ".pid")));
        services.forEach(service -> ChildProcess.stopLeftover(folder.pidFile(service.name())));
    }

    private static void fail(String sentence) {
        throw new PartFailure(sentence);
    }
}
