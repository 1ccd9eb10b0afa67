package io.scriptorium.dashboard;

import io.quarkus.arc.Arc;
import io.scriptorium.dashboard.ingest.Projections;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producers' side of Kafka. */
public final class Broker {
    private static final int PARTITIONS = 3;
    private static KafkaProducer<String, byte[]> producer;

    private Broker() {}

    /** Returns when the broker has them. */
    public static void send(Event... events) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        Arrays.stream(events).forEach(event -> sent.add(producer().send(event.toSend())));
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    /** Everything that is on a topic now. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            createTopics();
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static void createTopics() {
        try (Admin admin = Admin.create(settings())) {
            for (String topic : Arc.container().select(Projections.class).get().topics()) {
                NewTopic compacted = new NewTopic(topic, PARTITIONS, (short) 1);
                compacted.configs(Map.of("cleanup.policy", "compact"));
                try {
                    admin.createTopics(List.of(compacted)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", LocalParts.kafka().bootstrapServers());
    }
}
