package io.scriptorium.dashboard.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.scriptorium.dashboard.cache.CacheInvalidation;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topics of all projections, in threads that each have some of the partitions, and hands batches over. Gives
 * up on none: while the database or the broker is away, the batch waits here, unacknowledged, and the dashboards go on
 * answering from what is there.
 *
 * <p>A batch may come twice, and another replica may have it meanwhile: it changes no number then. So nothing is done
 * when partitions go, nor when a database that is away for long costs this replica its place in the group.
 */
@ApplicationScoped
public class ChangeConsumer {
    private static final Logger LOG = Logger.getLogger(ChangeConsumer.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int STOPPED_WITHIN_SECONDS = 8;

    /** A topic that its producer makes later is found within this time. */
    private static final int METADATA_AGE_MILLIS = 2_000;

    /** Of what is fetched ahead, per thread: a full topic must not fill the memory. */
    private static final int FETCH_BYTES = 4 << 20;

    private final Map<String, Object> kafka;
    private final IngestConfig config;
    private final Projections projections;
    private final ChangeBatches batches;
    private final CacheInvalidation cache;
    private final MeterRegistry meters;
    private final Set<KafkaConsumer<?, ?>> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private ExecutorService threads;

    ChangeConsumer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            Projections projections,
            ChangeBatches batches,
            CacheInvalidation cache,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.config = config;
        this.projections = projections;
        this.batches = batches;
        this.cache = cache;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(
                config.threads(), task -> new Thread(task, "changes-" + number.incrementAndGet()));
        for (int thread = 0; thread < config.threads(); thread++) {
            threads.execute(this::consume);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        open.forEach(KafkaConsumer::wakeup);
        threads.shutdown();
        if (!threads.awaitTermination(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void consume() {
        while (!isStopping()) {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings());
                    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer)) {
                metrics.bindTo(meters);
                open.add(consumer);
                try {
                    read(consumer);
                } finally {
                    open.remove(consumer);
                }
            } catch (WakeupException stop) {
                LOG.debug("Reading of changes stops");
            } catch (RuntimeException e) {
                LOG.errorf(e, "Reading of changes failed; it begins anew within %d ms", LONGEST_PAUSE_MILLIS);
                pause(LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        consumer.subscribe(projections.topics(), new InvalidateOnAssignment());
        while (!isStopping()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty() && taken(records)) {
                acknowledge(consumer);
            }
        }
    }

    /** @return false when this stops before the batch could be taken */
    private boolean taken(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        long pause = FIRST_PAUSE_MILLIS;
        while (!isStopping()) {
            try {
                batches.take(batch);
                return true;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(e, "A batch of %d changes waits and is tried again within %d ms", batch.size(), pause);
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
        return false;
    }

    private static void acknowledge(KafkaConsumer<String, byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException moved) {
            LOG.infof("A batch may be read once more, since its partitions move: %s", moved.getMessage());
        }
    }

    private void pause(long millis) {
        try {
            stopping.await(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only stop() interrupts, and isStopping() says so already.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return settings;
    }

    /** Whoever had these partitions before may have died between a commit and its invalidation. */
    private final class InvalidateOnAssignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            cache.invalidateEverything();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What was taken of them is acknowledged already.
        }
    }
}
