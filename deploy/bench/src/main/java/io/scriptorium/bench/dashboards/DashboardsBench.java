package io.scriptorium.bench.dashboards;

import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Folders;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.RedisPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every dashboard at several sizes of the marketplace: what a cold read and a hit take, and what the same numbers take
 * when they are counted, as the Django application does. All of one size on one PostgreSQL, in one run.
 *
 * <p>Arguments: the {@code quarkus-app} of the service, and the numbers of facts, ascending. The service, the parts and this program share the machine.
 */
public final class DashboardsBench {
    private static final List<String> DASHBOARDS = List.of(
            "users",
            "payment-reminders",
            "special-orders",
            "special-orders/analytics",
            "special-orders/installments",
            "tips",
            "tips/analytics",
            "tips/earnings",
            "payments",
            "writers",
            "tickets",
            "overview");
    private static final List<String> DJANGO =
            List.of("users", "payment-reminders", "special-orders", "tips", "payments");

    private static final int WARM_UP = 300;
    private static final int COLD_READS = 300;
    private static final int HITS = 3_000;
    private static final int DJANGO_ROUNDS = 5;
    private static final int DJANGO_ROUNDS_WHEN_LARGE = 2;
    private static final long LARGE = 1_000_000;
    private static final int CONNECTIONS = 16;
    private static final int RATE = 5_000;
    private static final int LOAD_SECONDS = 10;
    private static final String DASHBOARD_PATH = "/api/v1/admin/dashboards/";

    private final Path built;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final RedisPart redis;
    private final Path folder;
    private final Map<String, Double> coldAtFirst = new LinkedHashMap<>();

    private DashboardsBench(Path built, PostgresPart postgres, KafkaPart kafka, RedisPart redis, Path folder) {
        this.built = built;
        this.postgres = postgres;
        this.kafka = kafka;
        this.redis = redis;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        List<Long> sizes = Arrays.stream(arguments).skip(1).map(Long::valueOf).toList();
        Path folder = Files.createTempDirectory("dashboards-bench-");
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON);
                RedisPart redis = RedisPart.start(folder.resolve("redis"), 0);
                KafkaPart kafka = KafkaPart.start(folder.resolve("kafka"), 0)) {
            DashboardsBench bench = new DashboardsBench(Path.of(arguments[0]), postgres, kafka, redis, folder);
            for (long facts : sizes) {
                bench.measure(facts);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure(long facts) throws Exception {
        Database database = postgres.createDatabase("bench_" + facts);
        // Once to make the tables; and again when they are full, so that nothing is cached but what was measured.
        ServiceUnderTest.start(built, folder.resolve("service"), database, kafka, redis)
                .close();
        fill(database, facts);
        try (ServiceUnderTest service =
                ServiceUnderTest.start(built, folder.resolve("service"), database, kafka, redis)) {
            recount(service);
            execute(database, "VACUUM ANALYZE");
            reads(service, facts, "all websites", service.token("superadmin", null));
            reads(
                    service,
                    facts,
                    "one website",
                    service.token("admin", Facts.website(1).toString()));
            load(service);
        }
        django(database, facts);
    }

    private void fill(Database database, long facts) throws SQLException, IOException {
        long started = System.nanoTime();
        try (java.sql.Connection connection = connection(database)) {
            new Facts(connection, facts, LocalDate.now(ZoneOffset.UTC)).load();
        }
        System.out.printf("%n== %,d facts, loaded in %.0f s%n", facts, secondsSince(started));
    }

    private void recount(ServiceUnderTest service) throws Exception {
        long started = System.nanoTime();
        service.repair();
        System.out.printf("   counters made in %.0f s%n", secondsSince(started));
    }

    private void reads(ServiceUnderTest service, long facts, String scope, String token) throws IOException {
        System.out.printf(
                "%n   %s: ms %-28s %8s %8s %10s %8s %8s %9s%n",
                scope, "", "cold p50", "p99", "statement", "hit p50", "p99", "to first");
        for (String dashboard : DASHBOARDS) {
            byte[] cold = Connection.request(DASHBOARD_PATH + dashboard + "?refresh=true", token);
            byte[] warm = Connection.request(DASHBOARD_PATH + dashboard, token);
            Load colds = new Load(service.port(), cold, false);
            colds.oneAtATime(WARM_UP);
            Load.Result coldReads = colds.oneAtATime(COLD_READS);
            try (Connection first = new Connection(service.port())) {
                first.ask(warm);
            }
            Load hits = new Load(service.port(), warm, true);
            hits.oneAtATime(WARM_UP);
            Load.Result hitReads = hits.oneAtATime(HITS);
            double first = coldAtFirst.computeIfAbsent(scope + dashboard, none -> coldReads.millis(50));
            System.out.printf(
                    "   %-41s %8.2f %8.2f %10.2f %8.3f %8.3f %8.2fx%n",
                    dashboard,
                    coldReads.millis(50),
                    coldReads.millis(99),
                    coldReads.databaseMillis(50),
                    hitReads.millis(50),
                    hitReads.millis(99),
                    coldReads.millis(50) / first);
        }
    }

    private void load(ServiceUnderTest service) throws Exception {
        byte[] overview = Connection.request(DASHBOARD_PATH + "overview", service.token("superadmin", null));
        try (Connection first = new Connection(service.port())) {
            first.ask(overview);
        }
        Load hits = new Load(service.port(), overview, true);
        hits.saturated(CONNECTIONS, LOAD_SECONDS);
        Load.Result saturated = hits.saturated(CONNECTIONS, LOAD_SECONDS);
        Load.Result rated = hits.atRate(RATE, CONNECTIONS, LOAD_SECONDS);
        System.out.printf(
                "%n   hits of the overview: saturated %,.0f/s, p50 %.2f ms, p99 %.2f; at %,d/s p50 %.2f ms, p99 %.2f, max %.1f%n",
                saturated.perSecond(),
                saturated.millis(50),
                saturated.millis(99),
                RATE,
                rated.millis(50),
                rated.millis(99),
                rated.millis(100));
    }

    /** With an index on the website, as Django's foreign key has one. */
    private void django(Database database, long facts) throws SQLException, IOException {
        try (java.sql.Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("account_fact", "tip_fact", "special_order_fact", "payment_fact", "reminder_fact")) {
                statement.execute("CREATE INDEX " + table + "_as_django ON " + table + " (website_id)");
                statement.execute("ANALYZE " + table);
            }
            System.out.printf("%n   counted as Django does, ms%19s %10s %10s%n", "", "separate", "combined");
            for (String scope : List.of("all websites", "one website")) {
                UUID website = scope.equals("one website") ? Facts.website(1) : null;
                for (String dashboard : DJANGO) {
                    double separate = counted(statement, dashboard + ".separate.sql", website, facts);
                    double combined = counted(statement, dashboard + ".combined.sql", website, facts);
                    System.out.printf("   %-18s %-26s %10.1f %10.1f%n", dashboard, scope, separate, combined);
                }
            }
        }
    }

    /** The median of some rounds, in milliseconds. */
    private static double counted(Statement statement, String file, UUID website, long facts)
            throws SQLException, IOException {
        String condition = website == null ? "" : "AND website_id = '" + website + "'";
        List<String> queries = Arrays.stream(
                        read(file).replace("{scope}", condition).split(";\n"))
                .filter(query -> query.contains("SELECT"))
                .toList();
        int rounds = facts >= LARGE ? DJANGO_ROUNDS_WHEN_LARGE : DJANGO_ROUNDS;
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            for (String query : queries) {
                statement.executeQuery(query).close();
            }
            millis[round] = secondsSince(started) * 1_000;
        }
        Arrays.sort(millis);
        return millis[(rounds - 1) / 2];
    }

    private static String read(String file) throws IOException {
        try (InputStream sql = DashboardsBench.class.getResourceAsStream(file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (java.sql.Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static java.sql.Connection connection(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
