package io.scriptorium.dashboard.repair;

import io.quarkus.runtime.ShutdownEvent;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Makes all counters again in the background: facts in their millions take longer than a request should. One at a time
 * in this replica, which alone knows the progress; a process that dies in between has changed nothing.
 */
@ApplicationScoped
public class Recount {
    private static final Logger LOG = Logger.getLogger(Recount.class);

    private final Repair repair;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "recount"));

    private volatile RecountView progress;

    Recount(Repair repair, Clock clock) {
        this.repair = repair;
        this.clock = clock;
    }

    /** Empty before the first since this replica started. */
    public Optional<RecountView> progress() {
        return Optional.ofNullable(progress);
    }

    /** @throws Problem 409 while one is running */
    synchronized RecountView start() {
        if (progress != null && progress.state() == RepairState.RUNNING) {
            throw Problem.conflict("The counters are being made again already. Wait until it is done.");
        }
        Instant startedAt = clock.instant();
        RecountView begun = new RecountView(RepairState.RUNNING, List.of(), repair.names(), startedAt, null, null);
        progress = begun;
        worker.execute(() -> run(begun));
        return begun;
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
    }

    private void run(RecountView begun) {
        List<String> done = new CopyOnWriteArrayList<>();
        try {
            repair.recount(name -> {
                done.add(name);
                progress = begun.at(RepairState.RUNNING, done, null, null);
            });
            progress = begun.at(RepairState.DONE, done, clock.instant(), null);
        } catch (RuntimeException e) {
            progress = begun.at(RepairState.FAILED, List.of(), clock.instant(), e.getMessage());
            LOG.error("The counters could not be made again; nothing was changed", e);
        }
    }
}
