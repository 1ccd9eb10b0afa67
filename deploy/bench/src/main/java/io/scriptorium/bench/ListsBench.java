package io.scriptorium.bench;

import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Folders;
import io.scriptorium.local.PostgresPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What writer-service's lists cost at a million rows of each, with the indexes of its migrations and without them, one
 * after the other on the same rows: the medians of a first page of 50, and their ratio. Primary keys and unique
 * constraints, which are rules and not there for lists, stay throughout. The statements are those that the service runs.
 *
 * <p>Argument: the folder of the service's migrations.
 */
public final class ListsBench {
    private static final int RUNS_WITHOUT = 5;
    private static final int RUNS_WITH = 101;
    private static final int WARM_UP_RUNS = 2;

    private final Connection connection;
    private final Map<String, Object> values = new HashMap<>();

    private ListsBench(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: ListsBench MIGRATIONS");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("lists-bench-");
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.OFF)) {
            Database database = postgres.createDatabase("bench");
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                new ListsBench(connection).run(Path.of(arguments[0]));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(Path migrations) throws IOException, SQLException {
        for (Path migration : inOrder(migrations)) {
            execute(Files.readString(migration));
        }
        List<String> indexes = dropIndexes();
        System.out.println("fills four tables with a million rows each");
        execute(new String(
                ListsBench.class.getResourceAsStream("lists-fill.sql").readAllBytes(), StandardCharsets.UTF_8));
        execute("VACUUM ANALYZE");
        for (String name : List.of("website", "writer", "order", "assignee", "level")) {
            values.put(name, single("SELECT value FROM bench_value WHERE name = '" + name + "'"));
        }
        List<ListQuery> queries = ListQuery.all();
        Map<ListQuery, Double> without = measure(queries, RUNS_WITHOUT);
        System.out.println("makes " + indexes.size() + " indexes");
        for (String index : indexes) {
            execute(index);
        }
        execute("VACUUM ANALYZE");
        // Prepared anew: PostgreSQL remembers of a statement what its plans have cost so far, and would hold what they
        // cost without indexes against those that know what is bound.
        execute("DEALLOCATE ALL");
        Map<ListQuery, Double> with = measure(queries, RUNS_WITH);
        System.out.println("| Request | without, ms | with, ms | ratio |\n| --- | ---: | ---: | ---: |");
        for (ListQuery query : queries) {
            System.out.printf(
                    "| `%s` | %.1f | %.2f | %.0f |%n",
                    query.request().replace("/api/v1/", ""),
                    without.get(query),
                    with.get(query),
                    without.get(query) / with.get(query));
        }
    }

    /** As Flyway runs them: by version. */
    private static List<Path> inOrder(Path migrations) throws IOException {
        try (Stream<Path> files = Files.list(migrations)) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    /** How to make them again. */
    private List<String> dropIndexes() throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT indexrelid::regclass, pg_get_indexdef(indexrelid)
                          FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                         WHERE relnamespace = 'public'::regnamespace AND NOT indisunique
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        execute("DROP INDEX " + String.join(", ", names));
        return definitions;
    }

    private Map<ListQuery, Double> measure(List<ListQuery> queries, int runs) throws SQLException {
        Map<ListQuery, Double> medians = new HashMap<>();
        for (ListQuery query : queries) {
            try (PreparedStatement statement =
                    connection.prepareStatement(query.sql().replaceAll("\\$\\d+", "?"))) {
                for (int i = 0; i < query.bound().size(); i++) {
                    statement.setObject(i + 1, valueOf(query.bound().get(i)));
                }
                for (int run = 0; run < WARM_UP_RUNS; run++) {
                    rowsOf(statement);
                }
                List<Long> nanos = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    long began = System.nanoTime();
                    int rows = rowsOf(statement);
                    nanos.add(System.nanoTime() - began);
                    if (rows == 0) {
                        throw new IllegalStateException("no rows for " + query.request());
                    }
                }
                nanos.sort(null);
                medians.put(query, nanos.get(runs / 2) / 1e6);
            }
        }
        return medians;
    }

    private static int rowsOf(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** A name of the filled data, or what stands there. */
    private Object valueOf(String bound) {
        if (values.containsKey(bound)) {
            Object value = values.get(bound);
            return bound.equals("website") ? value : UUID.fromString(value.toString());
        }
        if (bound.matches("\\d+")) {
            return Integer.valueOf(bound);
        }
        if (bound.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return LocalDate.parse(bound);
        }
        if (bound.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            return OffsetDateTime.parse(bound);
        }
        return bound.matches("true|false") ? Boolean.valueOf(bound) : bound;
    }

    private Object single(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getObject(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
