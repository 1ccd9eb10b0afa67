package io.scriptorium.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** Sends batches, with a new producer after each failure. For one thread. */
final class KafkaSender implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private final TopicSetup topics;
    private final EventFormat format;
    private final Duration timeout;
    private Producer<String, byte[]> producer;

    KafkaSender(Supplier<Producer<String, byte[]>> producers, TopicSetup topics, EventFormat format, Duration timeout) {
        this.producers = producers;
        this.topics = topics;
        this.format = format;
        this.timeout = timeout;
    }

    /** @throws org.apache.kafka.common.KafkaException if nothing at all could be sent for now */
    Delivery send(List<OutboxRow> rows) throws InterruptedException {
        boolean whole = false;
        try {
            topics.ensure(rows.stream().map(OutboxRow::topic).toList());
            if (producer == null) {
                producer = producers.get();
            }
            Delivery delivery = new BatchSend(producer, format, timeout, rows).send();
            whole = delivery.failure() == null;
            return delivery;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    /** At once: what is in flight is given up here, and sent again from the outbox. */
    @Override
    public void close() {
        topics.forget();
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
