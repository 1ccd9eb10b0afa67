package io.scriptorium.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * Sends batches, with a new producer after each failure. For one thread.
 *
 * <p>After a failure the rows of the next batch travel one by one, so that each gets an answer of its own. Together they
 * can fail for one of them: a broker refuses all of a producer's batch for one invalid record, and the producer of Kafka
 * 4.1 splits a batch that is too large for the topic into the same batch again, for ever, where the topic's {@code
 * max.message.bytes} is less than the producer's {@code batch.size}.
 */
final class KafkaSender implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private final TopicSetup topics;
    private final EventFormat format;
    private final Duration timeout;
    private Producer<String, byte[]> producer;
    private boolean failedLast;

    KafkaSender(Supplier<Producer<String, byte[]>> producers, TopicSetup topics, EventFormat format, Duration timeout) {
        this.producers = producers;
        this.topics = topics;
        this.format = format;
        this.timeout = timeout;
    }

    /**
     * Makes these topics, so that consumers find them before the first change does.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    void prepare(List<String> names) throws InterruptedException {
        topics.ensure(names);
        connect();
    }

    /** @throws org.apache.kafka.common.KafkaException if nothing at all could be sent for now */
    Delivery send(List<OutboxRow> rows) throws InterruptedException {
        boolean whole = false;
        try {
            topics.ensure(rows.stream().map(OutboxRow::topic).toList());
            connect();
            int maxInFlight = failedLast ? 1 : Integer.MAX_VALUE;
            Delivery delivery = new BatchSend(producer, format, timeout, maxInFlight, rows).send();
            whole = delivery.failure() == null;
            return delivery;
        } finally {
            failedLast = !whole;
            if (failedLast) {
                close();
            }
        }
    }

    private void connect() {
        if (producer == null) {
            producer = producers.get();
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
