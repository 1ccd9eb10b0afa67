package io.scriptorium.dashboard.repair;

import io.quarkus.runtime.ShutdownEvent;
import io.scriptorium.dashboard.ingest.ChangeBatches;
import io.scriptorium.dashboard.ingest.Projections;
import io.scriptorium.platform.Problem;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads a topic again from its beginning to where it ended when asked, while the dashboards go on answering and the
 * consumer goes on consuming. It commits no offsets, so that it can be stopped anywhere and begun again. One at a time
 * in this replica; the progress is known to this replica only.
 */
@ApplicationScoped
public class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int API_TIMEOUT_MILLIS = 15_000;
    private static final int BATCH = 500;

    private final Map<String, Object> kafka;
    private final ChangeBatches batches;
    private final Projections projections;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "replay"));

    private volatile ReplayView progress;
    private volatile boolean stopping;

    Replay(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ChangeBatches batches,
            Projections projections,
            Clock clock) {
        this.kafka = kafka;
        this.batches = batches;
        this.projections = projections;
        this.clock = clock;
    }

    public Optional<ReplayView> progress() {
        return Optional.ofNullable(progress);
    }

    public synchronized ReplayView start(String topic) {
        if (!projections.topics().contains(topic)) {
            throw Problem.invalid("topic", "must be one of " + String.join(", ", projections.topics()));
        }
        if (progress != null && progress.state() == RepairState.RUNNING) {
            throw Problem.conflict("A replay of " + progress.topic() + " is running. Wait until it is done.");
        }
        progress = new ReplayView(topic, RepairState.RUNNING, 0, 0, clock.instant(), null, null);
        worker.execute(() -> run(topic, progress.startedAt()));
        return progress;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        worker.shutdown();
    }

    private void run(String topic, Instant startedAt) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
            read(consumer, topic, startedAt);
            RepairState end = stopping ? RepairState.FAILED : RepairState.DONE;
            progress = ended(end, stopping ? "the service was stopped" : null);
            LOG.infof("Replay of %s: %s after %d of %d", topic, end, progress.read(), progress.total());
        } catch (SQLException | RuntimeException e) {
            progress = ended(RepairState.FAILED, e.getMessage());
            LOG.errorf(e, "Replay of %s failed after %d of %d", topic, progress.read(), progress.total());
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer, String topic, Instant startedAt) throws SQLException {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
        long beginning = sum(beginnings);
        long total = sum(ends) - beginning;
        while (!stopping
                && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            consumer.poll(POLL).forEach(batch::add);
            if (!batch.isEmpty()) {
                batches.take(batch);
            }
            long read = partitions.stream().mapToLong(consumer::position).sum() - beginning;
            progress = new ReplayView(topic, RepairState.RUNNING, Math.min(read, total), total, startedAt, null, null);
        }
    }

    private ReplayView ended(RepairState state, String error) {
        return new ReplayView(
                progress.topic(),
                state,
                progress.read(),
                progress.total(),
                progress.startedAt(),
                clock.instant(),
                error);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        return settings;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
