package io.scriptorium.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Watches one process, and brings it back when it ends: after a second, and after each failure twice as long, up to
 * half a minute. Says so each time.
 */
final class Watch implements Runnable {
    /** For tests, which cannot wait as long as people can. */
    record Pauses(Duration look, Duration first, Duration longest, Duration steady) {
        static final Pauses USUAL = new Pauses(
                Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private final Supervised process;
    private final BooleanSupplier handedOver;
    private final Progress progress;
    private final Runnable changed;
    private final Pauses pauses;
    private volatile String state = "running";
    private volatile boolean stopped;
    private Duration pause;
    private long backSince = System.nanoTime();

    /**
     * @param handedOver whether somebody else runs it for now, on its port
     * @param changed is run after each change of its pid or state
     */
    Watch(Supervised process, BooleanSupplier handedOver, Progress progress, Runnable changed, Pauses pauses) {
        this.process = process;
        this.handedOver = handedOver;
        this.progress = progress;
        this.changed = changed;
        this.pauses = pauses;
        this.pause = pauses.first();
    }

    SuiteState.ProcessState state() {
        return new SuiteState.ProcessState(
                process.name(),
                process.port(),
                process.managementPort(),
                process.isRunning() ? process.pid() : 0,
                state);
    }

    /** Lets it end without bringing it back. */
    void leave() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                look();
                Thread.sleep(pauses.look().toMillis());
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong here, the next look is taken: a process must not go unwatched. */
    private void look() throws InterruptedException {
        try {
            if (handedOver.getAsBoolean()) {
                handOver();
            } else if (!process.isRunning() && !stopped) {
                bringBack();
            }
        } catch (RuntimeException e) {
            progress.event("Watching " + process.name() + " failed: " + e.getMessage());
            Thread.sleep(pauses.first().toMillis());
        }
    }

    private void handOver() throws InterruptedException {
        process.stop();
        become("dev");
        progress.event(process.name() + " is handed over to dev mode.");
        while (!stopped && handedOver.getAsBoolean()) {
            Thread.sleep(pauses.look().toMillis());
        }
        if (!stopped) {
            progress.event(process.name() + " is taken back from dev mode.");
            become("restarting");
            restart();
        }
    }

    private void bringBack() throws InterruptedException {
        long ended = System.nanoTime();
        if (ended - backSince > pauses.steady().toNanos()) {
            pause = pauses.first();
        }
        progress.event("%s ended (%s). It is started again in %s."
                .formatted(process.name(), process.ending(), Progress.seconds(pause.toNanos())));
        become("restarting");
        Thread.sleep(pause.toMillis());
        pause = min(pause.multipliedBy(2), pauses.longest());
        if (!stopped && restart()) {
            progress.event("%s is back after %s (pid %d)."
                    .formatted(process.name(), Progress.seconds(System.nanoTime() - ended), process.pid()));
        }
    }

    /** A failure leaves it ended, so that it is tried again; the message carries the end of its log. */
    private boolean restart() {
        try {
            process.restart();
            backSince = System.nanoTime();
            become("running");
            return true;
        } catch (RuntimeException e) {
            if (!stopped) {
                progress.event(process.name() + " did not come back: " + e.getMessage());
            }
            return false;
        }
    }

    private void become(String next) {
        state = next;
        changed.run();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
