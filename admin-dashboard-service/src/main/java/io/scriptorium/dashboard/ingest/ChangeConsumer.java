package io.scriptorium.dashboard.ingest;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands batches over, and gives up on none: while the database or the broker is away, the batch waits here,
 * unacknowledged, and the dashboards go on answering from what is there.
 */
@ApplicationScoped
public class ChangeConsumer {
    private static final Logger LOG = Logger.getLogger(ChangeConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final ChangeBatches batches;

    ChangeConsumer(ChangeBatches batches) {
        this.batches = batches;
    }

    /** Acknowledged when this returns. */
    @Incoming("changes")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        long pause = FIRST_PAUSE_MILLIS;
        while (!taken(batch, pause)) {
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean taken(List<ConsumerRecord<String, byte[]>> batch, long pause) {
        try {
            batches.take(batch);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "A batch of %d changes waits and is tried again within %d ms", batch.size(), pause);
            return false;
        }
    }
}
