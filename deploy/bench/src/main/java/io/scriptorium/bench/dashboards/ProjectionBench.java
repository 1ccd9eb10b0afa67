package io.scriptorium.bench.dashboards;

import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Folders;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.RedisPart;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * admin-dashboard-service before a full topic, with a durable PostgreSQL: how many events a second it counts, and what
 * memory it has meanwhile. The processor time is shown too, since the service, the parts and this program share the
 * machine with whatever else it does.
 *
 * <p>Arguments: the folder {@code quarkus-app} of the service; the number of events; then each {@code dashboard.ingest.batch} to
 * measure, in one run; none is the service's own.
 */
public final class ProjectionBench {
    private static final String GROUP = "admin-dashboard-service";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /**
     * @param done events whose offset is committed, which comes after the database's commit
     * @param serviceCpu in microseconds, as PostgreSQL's
     */
    private record Look(long nanos, long done, long rssBytes, long serviceCpu, long postgresCpu) {}

    private final Path built;
    private final PostgresPart postgres;
    private final RedisPart redis;
    private final Path folder;
    private final int events;

    private ProjectionBench(Path built, PostgresPart postgres, RedisPart redis, Path folder, int events) {
        this.built = built;
        this.postgres = postgres;
        this.redis = redis;
        this.folder = folder;
        this.events = events;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> pollSizes = Arrays.asList(arguments).subList(2, arguments.length);
        Path folder = Files.createTempDirectory("projection-bench-");
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON);
                RedisPart redis = RedisPart.start(folder.resolve("redis"), 0)) {
            ProjectionBench bench =
                    new ProjectionBench(Path.of(arguments[0]), postgres, redis, folder, Integer.parseInt(arguments[1]));
            System.out.printf(
                    "%-24s %10s %9s %11s %16s %19s %5s  %s%n",
                    "topic",
                    "batch",
                    "events/s",
                    "second half",
                    "service CPU us/ev",
                    "PostgreSQL CPU us/ev",
                    "load",
                    "RSS in MiB at a fifth, two, three, four, the end; highest");
            for (Topic topic : List.of(Topic.ofTips(), Topic.ofAccounts())) {
                bench.measure(topic, pollSizes);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** A broker for each topic: the service reads all that there are. */
    private void measure(Topic topic, List<String> pollSizes) throws Exception {
        try (KafkaPart kafka = KafkaPart.start(folder.resolve("kafka-" + topic.factTable()), 0)) {
            topic.fill(kafka.bootstrapServers(), events);
            if (pollSizes.isEmpty()) {
                measure(topic, kafka, "", Map.of());
            }
            for (String size : pollSizes) {
                measure(topic, kafka, size, Map.of("DASHBOARD_INGEST_BATCH", size));
            }
        }
    }

    private void measure(Topic topic, KafkaPart kafka, String pollSize, Map<String, String> settings) throws Exception {
        Database database = postgres.createDatabase(topic.factTable() + pollSize);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            try (ServiceUnderTest service =
                    ServiceUnderTest.start(built, folder.resolve("service"), database, kafka, redis, settings)) {
                print(topic, pollSize, watch(admin, service));
            }
            check(topic, database);
            // The next service begins at the beginning.
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        }
    }

    private List<Look> watch(Admin admin, ServiceUnderTest service)
            throws IOException, ExecutionException, InterruptedException {
        List<Look> looks = new ArrayList<>();
        long started = System.nanoTime();
        long done;
        do {
            done = committed(admin);
            if (done > 0) {
                looks.add(new Look(
                        System.nanoTime(),
                        done,
                        rssBytes(service.pid()),
                        cpuMicros(service.pid()),
                        cpuMicros(postgres.pid())));
            }
            if (System.nanoTime() - started > LONGEST.toNanos()) {
                throw new IllegalStateException("Only " + done + " events within " + LONGEST);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        } while (done < events);
        return looks;
    }

    /** The processor time is that of the second half, when the service has warmed up. */
    private void print(Topic topic, String pollSize, List<Look> looks) {
        Look first = looks.get(0);
        Look last = looks.get(looks.size() - 1);
        Look half = reached(looks, events / 2);
        double counted = last.done() - half.done();
        StringBuilder rss = new StringBuilder();
        for (int fifth = 1; fifth <= 5; fifth++) {
            rss.append(mebibytes(reached(looks, (long) events * fifth / 5).rssBytes()))
                    .append(' ');
        }
        rss.append("; ")
                .append(mebibytes(looks.stream().mapToLong(Look::rssBytes).max().orElseThrow()));
        System.out.printf(
                "%-24s %10s %,9.0f %,11.0f %16.0f %19.0f %5.1f  %s%n",
                topic.name(),
                pollSize.isEmpty() ? "its own" : pollSize,
                perSecond(first, last),
                perSecond(half, last),
                (last.serviceCpu() - half.serviceCpu()) / counted,
                (last.postgresCpu() - half.postgresCpu()) / counted,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                rss);
    }

    /** What was counted fast must also be right. */
    private void check(Topic topic, Database database) throws SQLException {
        long expected = Topic.aggregates(events);
        for (String sql : List.of("SELECT count(*) FROM " + topic.factTable(), topic.countSql())) {
            try (Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                if (row.getLong(1) != expected) {
                    throw new IllegalStateException(sql + " gives " + row.getLong(1) + " instead of " + expected);
                }
            }
        }
    }

    private static Look reached(List<Look> looks, long done) {
        return looks.stream().filter(look -> look.done() >= done).findFirst().orElseThrow();
    }

    private static double perSecond(Look from, Look to) {
        return (to.done() - from.done()) * 1e9 / (to.nanos() - from.nanos());
    }

    private static long committed(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Of the process and all that it has started. */
    private static long cpuMicros(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1_000)
                .sum();
    }

    private static long rssBytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
