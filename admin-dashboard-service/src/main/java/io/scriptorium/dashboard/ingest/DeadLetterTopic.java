package io.scriptorium.dashboard.ingest;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code admin-dashboard.dead-letters}: refused records as they were, with headers that say where they stood and why
 * they were refused. Made when the first one comes, and connected to only then: most installations never see any.
 */
@ApplicationScoped
class DeadLetterTopic {
    static final String NAME = "admin-dashboard.dead-letters";

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Map<String, Object> kafka;
    private KafkaProducer<String, byte[]> producer;

    DeadLetterTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Returns when the broker has them all.
     *
     * @throws KafkaException when it has not; those that it has are then sent again
     */
    synchronized void send(List<DeadLetter> letters) {
        connect();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        letters.forEach(letter -> sent.add(producer.send(record(letter))));
        sent.forEach(DeadLetterTopic::await);
    }

    synchronized void close(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private void connect() {
        if (producer != null) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        try (Admin admin = Admin.create(settings)) {
            create(admin);
        }
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static void create(Admin admin) {
        NewTopic topic = new NewTopic(NAME, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis())));
        try {
            await(admin.createTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture());
        } catch (TopicExistsException another) {
            // Another replica, or an operator, was first.
            return;
        }
    }

    private static ProducerRecord<String, byte[]> record(DeadLetter letter) {
        Headers headers = new RecordHeaders(letter.record().headers());
        headers.add("dead_letter_topic", bytes(letter.record().topic()));
        headers.add(
                "dead_letter_partition", bytes(Integer.toString(letter.record().partition())));
        headers.add("dead_letter_offset", bytes(Long.toString(letter.record().offset())));
        headers.add("dead_letter_cause", bytes(letter.cause()));
        return new ProducerRecord<>(
                NAME, null, letter.record().key(), letter.record().value(), headers);
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while sending dead letters", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
