package io.scriptorium.owner.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands batches over, and gives up on none: while the database or the broker is away, the batch waits here,
 * unacknowledged, and the service goes on answering what it can.
 */
@ApplicationScoped
class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Inbox inbox;

    InboxConsumer(Inbox inbox) {
        this.inbox = inbox;
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
            inbox.take(batch);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A batch of %d changes waits and is tried again within %d ms: %s",
                    batch.size(), pause, Refusal.first(e));
            return false;
        }
    }
}
