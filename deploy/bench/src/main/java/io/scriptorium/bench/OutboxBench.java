package io.scriptorium.bench;

import com.arjuna.ats.arjuna.common.CoordinatorEnvironmentBean;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Folders;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.outbox.Change;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.outbox.OutboxConfig;
import io.scriptorium.outbox.Relay;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The outbox on a durable PostgreSQL and a Kafka broker of its own, all on this machine.
 *
 * <ul>
 *   <li>How many events a second one relay brings to the broker out of a backlog of 200,000 (20,000 keys, about 300
 *       bytes each): from its start until all are acknowledged and deleted.
 *   <li>How long a change takes from the append to a consumer at 500 transactions a second of one change each, with eight
 *       writers. The rate is kept whatever the latency is (no coordinated omission). A consumer in this JVM stands for
 *       the broker, so that the time of one fetch is included.
 * </ul>
 */
public final class OutboxBench {
    private static final int WARM_UP = 50_000;
    private static final int BACKLOG = 200_000;
    private static final int RATE = 500;
    private static final int WRITERS = 8;
    private static final Duration WARM_UP_AT_RATE = Duration.ofSeconds(10);
    private static final Duration MEASURED_AT_RATE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String BACKLOG_TOPIC = "bench.backlog.changes";
    private static final String RATE_TOPIC = "bench.rate.changes";

    private static final String FILL = """
            INSERT INTO outbox (topic, key, type, dataschema, value)
            SELECT
                '%s',
                'key-' || number %% 20000,
                'bench.backlog.changed',
                '/bench/contracts/backlog.v1.schema.json',
                convert_to('{"number":' || number || ',"padding":"' || repeat('x', 270) || '"}', 'UTF8')
            FROM generate_series(1, %d) AS number
            """;

    private final TransactionManager transactions;
    private final AgroalDataSource dataSource;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Relay relay;
    private final Outbox outbox;
    private final String brokers;

    private OutboxBench(Database database, String brokers) throws SQLException {
        this.brokers = brokers;
        // A transaction over one database needs no log of its own, and nobody to ask about it.
        BeanPopulator.getDefaultInstance(CoordinatorEnvironmentBean.class).setTransactionStatusManagerEnable(false);
        Stream.of(null, "communicationStore", "stateStore")
                .map(store -> BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store))
                .forEach(store -> store.setObjectStoreType(VolatileStore.class.getName()));
        transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
        TransactionSynchronizationRegistry registry = new TransactionSynchronizationRegistryImple();
        dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(WRITERS + 4)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
        OutboxConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(OutboxConfig.class)
                .withDefaultValue("change-outbox.source", "/bench")
                .build()
                .getConfigMapping(OutboxConfig.class);
        relay = new Relay(dataSource, config, Map.of("bootstrap.servers", brokers), metrics);
        outbox = new Outbox(dataSource, registry, new ObjectMapper(), relay);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("outbox-bench-");
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON);
                KafkaPart kafka = KafkaPart.start(folder.resolve("kafka"), 0)) {
            new OutboxBench(postgres.createDatabase("bench"), kafka.bootstrapServers()).run();
        } finally {
            Folders.delete(folder);
        }
    }

    private void run() throws Exception {
        try (InputStream tables = Outbox.class.getResourceAsStream("/db/change-outbox/R__change_outbox.sql")) {
            execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        relay.start();
        drain(WARM_UP);
        double seconds = drain(BACKLOG);
        System.out.printf("relay: %,d events in %.1f s = %,.0f events/s%n", BACKLOG, seconds, BACKLOG / seconds);

        measure(WARM_UP_AT_RATE);
        Latencies latencies = measure(MEASURED_AT_RATE);
        System.out.printf("latency at %d events/s, %d events, in ms%n", RATE, latencies.sinceBegin.getTotalCount());
        System.out.printf("  %-6s %22s %22s%n", "", "since the commit", "since the begin");
        for (double percentile : List.of(50.0, 90.0, 99.0, 99.9, 100.0)) {
            System.out.printf(
                    "  p%-5s %22.1f %22.1f%n",
                    percentile,
                    latencies.sinceCommit.getValueAtPercentile(percentile) / 1e6,
                    latencies.sinceBegin.getValueAtPercentile(percentile) / 1e6);
        }
        relay.close();
        dataSource.close();
    }

    /** The rows become visible in one commit, so the relay meets all of them at once. @return seconds since then */
    private double drain(int rows) throws Exception {
        double target = sent() + rows;
        execute(FILL.formatted(BACKLOG_TOPIC, rows));
        long start = System.nanoTime();
        long deadline = start + LONGEST.toNanos();
        relay.wake();
        while (sent() < target) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + sent() + " of " + target + " were relayed");
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double sent() {
        return metrics.get("outbox.sent").counter().count();
    }

    private static final class Latencies {
        private final Histogram sinceCommit = new Histogram(LONGEST.toNanos(), 3);
        private final Histogram sinceBegin = new Histogram(LONGEST.toNanos(), 3);
    }

    /** When a change was to begin, and when its commit returned. */
    private record Written(long due, long committed) {}

    private Latencies measure(Duration length) throws Exception {
        int changes = (int) (length.toSeconds() * RATE);
        String run = Long.toString(System.nanoTime(), 36);
        append(run + "-first");
        Map<String, Written> written = new ConcurrentHashMap<>();
        Map<String, Long> received = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            Future<?> consumer = threads.submit(() -> {
                receive(run, changes, received);
                return null;
            });
            // The consumer reads from its own beginning; it has begun when it has seen the first change.
            while (!received.containsKey(run + "-first")) {
                Thread.sleep(10);
            }
            long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            List<? extends Future<?>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int i = writer; i < changes; i += WRITERS) {
                            long due = start + i * (1_000_000_000L / RATE);
                            LockSupport.parkNanos(due - System.nanoTime());
                            String key = run + "-" + i;
                            append(key);
                            written.put(key, new Written(due, System.nanoTime()));
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
            consumer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        Latencies latencies = new Latencies();
        written.forEach((key, change) -> {
            long at = received.get(key);
            // A change can arrive before the commit has returned to its writer.
            latencies.sinceCommit.recordValue(Math.max(0, at - change.committed()));
            latencies.sinceBegin.recordValue(Math.max(0, at - change.due()));
        });
        return latencies;
    }

    private void append(String key) throws Exception {
        transactions.begin();
        try {
            outbox.append(Change.changed(
                    RATE_TOPIC,
                    key,
                    "bench.rate.changed",
                    "/bench/contracts/rate.v1.schema.json",
                    Map.of("id", key, "padding", "x".repeat(250))));
        } catch (RuntimeException e) {
            transactions.rollback();
            throw e;
        }
        transactions.commit();
    }

    private void receive(String run, int changes, Map<String, Long> received) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + LONGEST.toNanos();
            while (received.size() <= changes) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().startsWith(run)) {
                        received.putIfAbsent(record.key(), System.nanoTime());
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("only " + received.size() + " of " + changes + " arrived");
                }
            }
        }
    }

    /** The relay makes the topic with the first change that it sends there. */
    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (consumer.partitionsFor(RATE_TOPIC) == null
                || consumer.partitionsFor(RATE_TOPIC).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the topic " + RATE_TOPIC + " never appeared");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return consumer.partitionsFor(RATE_TOPIC).stream()
                .map(partition -> new TopicPartition(RATE_TOPIC, partition.partition()))
                .toList();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
