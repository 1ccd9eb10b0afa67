package io.scriptorium.payments.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.scriptorium.owner.clock.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets keys after a day, in batches that each lock little; replicas that purge at once pass each other by. */
@ApplicationScoped
class IdempotencyPurge {
    static final Duration KEPT = Duration.ofHours(24);
    static final int BATCH = 1_000;

    private static final Logger LOG = Logger.getLogger(IdempotencyPurge.class);
    /** Of one run; what is left waits for the next. */
    private static final int MOST_BATCHES = 1_000;

    private final IdempotencyTable table;
    private final Clock clock;

    IdempotencyPurge(IdempotencyTable table, @WallClock Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        int purged = purge();
        if (purged > 0) {
            LOG.debugf("Purged %d Idempotency-Keys", purged);
        }
    }

    int purge() {
        Instant before = clock.instant().minus(KEPT);
        int purged = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int rows = QuarkusTransaction.requiringNew().call(() -> table.purge(before, BATCH));
            purged += rows;
            if (rows < BATCH) {
                break;
            }
        }
        return purged;
    }
}
