package io.scriptorium.owner.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.local.test.LocalParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What consumers find on the topics of the tests' Kafka. */
public final class Topics {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Topics() {}

    /** Waits until the topic has that many records of the key, and no more. */
    public static List<ConsumerRecord<String, String>> events(String topic, String key, int count) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            found.clear();
            all(topic).stream().filter(event -> key.equals(event.key())).forEach(found::add);
            assertThat(found).hasSize(count);
        });
        return found;
    }

    /** Everything that is on a topic now. */
    public static List<ConsumerRecord<String, String>> all(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", LocalParts.kafka().bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Null when the record has no such header. */
    public static String header(ConsumerRecord<String, String> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
