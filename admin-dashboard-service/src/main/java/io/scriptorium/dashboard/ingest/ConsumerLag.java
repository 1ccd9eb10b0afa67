package io.scriptorium.dashboard.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many changes wait on the topics to be counted here, by all replicas together. Looked up in the background when
 * somebody asks and what is known is older than a moment: never blocks.
 */
@ApplicationScoped
public class ConsumerLag {
    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Map<String, Object> kafka;
    private final String group;
    private final List<String> topics;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicLong askedAt = new AtomicLong(System.nanoTime() - FRESH_NANOS);
    private volatile Map<String, Long> byTopic = Map.of();
    private Admin admin;

    ConsumerLag(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            Projections projections,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.group = config.group();
        this.topics = List.copyOf(projections.topics());
        topics.forEach(topic -> Gauge.builder("ingest.lag", this, self -> self.gauge(topic))
                .tag("topic", topic)
                .description("Changes that wait to be counted")
                .register(meters));
    }

    /** Per topic; a topic that does not exist yet is missing. Empty until Kafka has answered, and while it is away. */
    public Map<String, Long> byTopic() {
        if (System.nanoTime() - askedAt.get() >= FRESH_NANOS && asking.compareAndSet(false, true)) {
            ask();
        }
        return byTopic;
    }

    /** All topics together; null while Kafka does not say. */
    public Long records() {
        Map<String, Long> known = byTopic();
        return known.isEmpty()
                ? null
                : known.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized void close(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private double gauge(String topic) {
        Long lag = byTopic().get(topic);
        return lag == null ? Double.NaN : lag;
    }

    private void ask() {
        // Composed, so that what the client throws at once is a failure like those that come later.
        CompletableFuture.completedStage(null).thenCompose(nothing -> lookUp()).whenComplete((found, failure) -> {
            if (failure != null) {
                LOG.debugf(failure, "Kafka does not say how far behind the numbers are");
            }
            byTopic = failure == null ? found : Map.of();
            askedAt.set(System.nanoTime());
            asking.set(false);
        });
    }

    private CompletionStage<Map<String, Long>> lookUp() {
        Admin connected = admin();
        return connected.listTopics().names().toCompletionStage().thenCompose(existing -> {
            List<String> here = topics.stream().filter(existing::contains).toList();
            return connected
                    .describeTopics(here)
                    .allTopicNames()
                    .toCompletionStage()
                    .thenCompose(described -> lagOf(connected, partitions(described)));
        });
    }

    private CompletionStage<Map<String, Long>> lagOf(Admin connected, Set<TopicPartition> partitions) {
        CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> begins =
                offsets(connected, partitions, OffsetSpec.earliest());
        CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends =
                offsets(connected, partitions, OffsetSpec.latest());
        CompletionStage<Map<TopicPartition, OffsetAndMetadata>> committed = connected
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .toCompletionStage();
        return begins.thenCombine(
                        ends,
                        (begin, end) -> committed.thenApply(done -> {
                            Map<String, Long> lag = new TreeMap<>();
                            partitions.forEach(partition -> lag.merge(
                                    partition.topic(),
                                    Math.max(
                                            0,
                                            end.get(partition).offset()
                                                    - position(
                                                            done.get(partition),
                                                            begin.get(partition).offset())),
                                    Long::sum));
                            return lag;
                        }))
                .thenCompose(both -> both);
    }

    /** Whose commit is older than what is left begins where something is left. */
    private static long position(OffsetAndMetadata committed, long begin) {
        return committed == null ? begin : Math.max(begin, committed.offset());
    }

    private static CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Admin admin, Set<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        return admin.listOffsets(asked).all().toCompletionStage();
    }

    private static Set<TopicPartition> partitions(Map<String, TopicDescription> described) {
        return described.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
            admin = Admin.create(settings);
        }
        return admin;
    }
}
