package io.scriptorium.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.scriptorium.local.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a running suite says about itself, in {@code run/suite.json}.
 *
 * @param pid of the launcher, which is the gateway too
 * @param started of that process, ISO 8601
 * @param ready whether everything was up; it stays so when a part dies later
 * @param port the gateway's
 */
record SuiteState(long pid, String started, boolean ready, int port, List<ProcessState> processes) {
    /**
     * @param managementPort null if it has none
     * @param pid 0 while there is none of the suite's own
     * @param state {@code running}, {@code restarting} or {@code dev}
     */
    record ProcessState(String name, int port, Integer managementPort, long pid, String state) {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    /** The kernel counts a start from boot, and the time of boot moves a little when the clock is set. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(3);

    static SuiteState ofThisProcess(boolean ready, int port, List<ProcessState> processes) {
        ProcessHandle self = ProcessHandle.current();
        return new SuiteState(self.pid(), startOf(self).toString(), ready, port, List.copyOf(processes));
    }

    /** The suite that runs on this folder, if one does. */
    static Optional<SuiteState> running(SuiteFolder folder) {
        if (!Files.exists(folder.state())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(folder.state().toFile(), SuiteState.class))
                    .filter(state -> state.process().isPresent());
        } catch (IOException e) {
            throw new PartFailure("What the suite says about itself cannot be read: " + e.getMessage(), e);
        }
    }

    static SuiteState runningOrFail(SuiteFolder folder) {
        return running(folder)
                .orElseThrow(() ->
                        new PartFailure("No suite runs on " + folder.root() + ". Start one with: deploy/suite up"));
    }

    /** The launcher, unless it has ended. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcFiles::isRunning)
                .filter(handle -> Duration.between(startOf(handle), Instant.parse(started))
                                .abs()
                                .compareTo(CLOCK_CORRECTION)
                        < 0);
    }

    /** Whole or not at all, for whoever reads meanwhile. */
    void write(Path file) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), this);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("The suite's state could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
