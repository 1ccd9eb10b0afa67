package io.scriptorium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that ends with this JVM, however this JVM ends, and that its successor finds by the recorded pid.
 *
 * <p>Linux ends it with its parent <em>thread</em> ({@code PR_SET_PDEATHSIG}), so all are started by one thread that
 * lives as long as the JVM.
 */
public final class ChildProcess {
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 10;
    private static final int TAIL_LINES = 15;
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "child-starter");
        thread.setDaemon(true);
        return thread;
    });

    /** Signals, by the names that kill and setpriv take. */
    public enum Signal {
        INT,
        TERM,
        KILL
    }

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a command whose output goes to {@code log}, after stopping what an earlier JVM left running by the same
     * pid file. To have it end with this JVM, wrap the command in {@link #command}.
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path pidFile, Path log) {
        stopLeftover(pidFile);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = STARTER.submit(builder::start).get();
            Files.writeString(pidFile, process.pid() + " " + startOf(process.toHandle()));
            return new ChildProcess(name, log, process);
        } catch (ExecutionException | IOException e) {
            throw new PartFailure(name + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The same command, to be ended with its parent where the machine can do that. */
    public static List<String> command(List<String> command, Signal whenParentDies) {
        Optional<Path> setpriv = Executables.find("setpriv");
        if (setpriv.isEmpty()) {
            return command;
        }
        List<String> bound = new ArrayList<>(List.of(setpriv.get().toString(), "--pdeathsig", whenParentDies.name()));
        bound.addAll(command);
        return bound;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Process process() {
        return process;
    }

    /**
     * Waits until it is ready.
     *
     * @throws PartFailure with the end of its log, if it ends before, or takes longer
     */
    public void await(BooleanSupplier ready, Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new PartFailure(
                        "%s ended with %d while starting:%n%s".formatted(name, process.exitValue(), tail()));
            }
            if (Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new PartFailure("%s was not ready after %d s:%n%s".formatted(name, atMost.toSeconds(), tail()));
            }
            pause();
        }
    }

    /** Waits until it has ended by itself, without an error. */
    void awaitSuccess(Duration atMost) {
        if (!endsWithin(atMost) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new PartFailure("%s failed:%n%s".formatted(name, tail()));
        }
    }

    /** Asks it to end, and kills it if it does not. */
    public void stop(Signal signal, Duration atMost) {
        if (process.isAlive()) {
            send(process.pid(), signal);
            if (!endsWithin(atMost)) {
                kill();
            }
        }
    }

    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(KILLED_WITHIN)) {
            throw new PartFailure(name + " (pid " + process.pid() + ") survived kill -9.");
        }
    }

    /** The last lines of its log. */
    public String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(its log " + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    private boolean endsWithin(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Stops the process of an earlier JVM. The pid alone proves nothing, since pids are used again: the recorded start
     * must be the same too.
     */
    public static void stopLeftover(Path pidFile) {
        leftover(pidFile).ifPresent(handle -> {
            handle.destroyForcibly();
            Instant deadline = Instant.now().plus(KILLED_WITHIN);
            while (isRunning(handle)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new PartFailure("An earlier process (pid " + handle.pid() + ") cannot be stopped.");
                }
                pause();
            }
        });
    }

    /** The process that the pid file names, if it runs still. */
    public static Optional<ProcessHandle> leftover(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            String[] recorded = Files.readString(pidFile).trim().split(" ");
            // A power cut can leave the file empty; then nothing of it runs either.
            return recorded.length < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(recorded[0]))
                            .filter(ChildProcess::isRunning)
                            .filter(handle -> startOf(handle).equals(recorded[1]));
        } catch (IOException | NumberFormatException e) {
            throw new PartFailure("The pid file " + pidFile + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Alive, and not a zombie: where pid 1 reaps late, a dead process keeps its number for a while. */
    static boolean isRunning(ProcessHandle handle) {
        Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
        try {
            String line = Files.readString(stat);
            return handle.isAlive() && line.charAt(line.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException noProc) {
            return handle.isAlive();
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static void send(long pid, Signal signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            // It may have ended by itself meanwhile; the caller waits for that anyway.
            if (exit != 0
                    && ProcessHandle.of(pid).filter(ChildProcess::isRunning).isPresent()) {
                throw new PartFailure("Process " + pid + " could not be signalled.");
            }
        } catch (IOException e) {
            throw new PartFailure("Process " + pid + " could not be signalled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static PartFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PartFailure("Interrupted while waiting for a process.", e);
    }
}
