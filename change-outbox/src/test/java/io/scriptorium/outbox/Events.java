package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is on a topic at one moment; within a key in the order of the topic. */
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ConsumerRecord<String, byte[]>> records;

    private Events(List<ConsumerRecord<String, byte[]>> records) {
        this.records = records;
    }

    static Events on(String topic, String brokers) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "max.partition.fetch.bytes", 16 * 1024 * 1024),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return new Events(records);
        }
    }

    List<ConsumerRecord<String, byte[]>> of(String key) {
        return records.stream().filter(record -> record.key().equals(key)).toList();
    }

    int count() {
        return records.size();
    }

    /**
     * Each parcel has every weight from 1 to what the database says, in that order; no other parcel has any. Duplicates
     * are allowed, but only of what came before.
     */
    void areExactlyTheHistoryOf(Map<String, Integer> weights) {
        Map<String, List<Integer>> seen = new TreeMap<>();
        byKey().forEach((key, ofKey) -> seen.put(
                key, withoutDuplicates(ofKey).stream().map(Events::weight).toList()));
        Map<String, List<Integer>> expected = weights.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        parcel -> IntStream.rangeClosed(1, parcel.getValue())
                                .boxed()
                                .toList()));
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** What a reader from the beginning ends with. */
    Map<String, Integer> lastWeightsOf(String keysBeginWith) {
        Map<String, Integer> last = new TreeMap<>();
        records.stream()
                .filter(record -> record.key().startsWith(keysBeginWith))
                .forEach(record -> last.put(record.key(), weight(record)));
        return last;
    }

    private Map<String, List<ConsumerRecord<String, byte[]>>> byKey() {
        return records.stream().collect(Collectors.groupingBy(ConsumerRecord::key));
    }

    private static List<ConsumerRecord<String, byte[]>> withoutDuplicates(List<ConsumerRecord<String, byte[]>> ofKey) {
        List<ConsumerRecord<String, byte[]>> first = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long newest = 0;
        for (ConsumerRecord<String, byte[]> record : ofKey) {
            long revision = revision(record);
            if (seen.add(revision)) {
                assertThat(revision)
                        .as("revision of %s at offset %d", record.key(), record.offset())
                        .isGreaterThan(newest);
                newest = revision;
                first.add(record);
            }
        }
        return first;
    }

    static long revision(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(header(record, "ce_revision"));
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var values = record.headers().headers(name).iterator();
        return values.hasNext() ? new String(values.next().value(), StandardCharsets.UTF_8) : null;
    }

    static List<String> headerNames(ConsumerRecord<String, byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .map(header -> header.key())
                .toList();
    }

    static int weight(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value()).get("weight").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
