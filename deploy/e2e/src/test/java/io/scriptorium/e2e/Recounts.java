package io.scriptorium.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.local.Database;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what dashboards say with what the owners' tables hold: {@code recounts.sql}. */
final class Recounts {
    /** @param columns of a table, the first of which names the row; empty for a single number */
    private record Recount(String dashboard, String place, List<String> columns, String database, String sql) {}

    private static final String HEADER = "--: ";
    private static final List<Recount> ALL = read();

    private final Function<String, Database> databases;

    Recounts(Function<String, Database> databases) {
        this.databases = databases;
    }

    static TreeSet<String> dashboards() {
        TreeSet<String> names = new TreeSet<>();
        ALL.forEach(recount -> names.add(recount.dashboard()));
        return names;
    }

    /**
     * @param answers by dashboard
     * @param website null for all
     * @return what differs; nothing, when all is right and at rest
     */
    List<String> differences(Map<String, JsonNode> answers, String website) throws SQLException {
        List<String> differences = new ArrayList<>();
        Map<String, Connection> connections = new HashMap<>();
        try {
            for (Recount recount : ALL) {
                Connection connection = connections.get(recount.database());
                if (connection == null) {
                    Database database = databases.apply(recount.database());
                    connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    connections.put(recount.database(), connection);
                }
                differences.addAll(differences(recount, answers.get(recount.dashboard()), website, connection));
            }
        } finally {
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
        return differences;
    }

    private static List<String> differences(Recount recount, JsonNode answer, String website, Connection connection)
            throws SQLException {
        String sql = recount.sql()
                .replace("{website}", website == null ? "website_id IS NOT NULL" : "website_id = '" + website + "'")
                .replace("{currency}", answer.path("currency").asText());
        JsonNode shown = answer.at(recount.place());
        String name = recount.dashboard() + recount.place() + " of " + (website == null ? "all" : website);
        if (shown.isMissingNode()) {
            return List.of(name + " is not there");
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, String> counted = recount.columns().isEmpty() ? single(rows) : table(rows, recount.columns());
            Map<String, String> seen =
                    recount.columns().isEmpty() ? Map.of("", normal(shown)) : table(shown, recount.columns());
            return counted.equals(seen)
                    ? List.of()
                    : List.of(name + recount.columns() + " shows " + seen + " and is " + counted);
        } catch (SQLException e) {
            throw new SQLException(name + ": " + sql, e);
        }
    }

    private static Map<String, String> single(ResultSet rows) throws SQLException {
        rows.next();
        return Map.of("", normal(rows.getString(1)));
    }

    /** Rows by their names; the same name twice is summed up, as a trend is that is told by month and status. */
    private static Map<String, String> table(ResultSet rows, List<String> columns) throws SQLException {
        Map<String, String> table = new TreeMap<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int column = 2; column <= columns.size(); column++) {
                values.add(normal(rows.getString(column)));
            }
            put(table, String.valueOf(rows.getString(1)), values);
        }
        return table;
    }

    private static Map<String, String> table(JsonNode shown, List<String> columns) {
        Map<String, String> table = new TreeMap<>();
        for (JsonNode row : shown) {
            List<String> values = new ArrayList<>();
            columns.subList(1, columns.size()).forEach(column -> values.add(normal(row.path(column))));
            JsonNode name = row.path(columns.get(0));
            put(table, name.isNull() ? "null" : name.asText(), values);
        }
        return table;
    }

    /** Where there is nothing, a row may be shown, or may be left out. */
    private static void put(Map<String, String> table, String name, List<String> values) {
        if (values.stream().anyMatch(value -> !value.equals("0"))) {
            table.merge(name, String.join(" ", values), Recounts::sum);
        }
    }

    private static String sum(String some, String more) {
        String[] left = some.split(" ");
        String[] right = more.split(" ");
        List<String> sums = new ArrayList<>();
        for (int column = 0; column < left.length; column++) {
            sums.add(normal(new BigDecimal(left[column])
                    .add(new BigDecimal(right[column]))
                    .toPlainString()));
        }
        return String.join(" ", sums);
    }

    private static String normal(JsonNode number) {
        return normal(number.isNull() ? null : number.asText());
    }

    private static String normal(String number) {
        if (number == null) {
            return "null";
        }
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<Recount> read() {
        try (InputStream file = Recounts.class.getResourceAsStream("recounts.sql")) {
            List<Recount> recounts = new ArrayList<>();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.substring(text.indexOf(HEADER)).split("(?m)^" + HEADER)) {
                if (!part.isBlank()) {
                    String[] headerAndSql = part.split("\n", 2);
                    String[] words = headerAndSql[0].strip().split(" ");
                    List<String> columns = words.length == 4 ? List.of(words[2].split(",")) : List.of();
                    recounts.add(
                            new Recount(words[0], words[1], columns, words[words.length - 1], headerAndSql[1].strip()));
                }
            }
            return recounts;
        } catch (IOException e) {
            throw new IllegalStateException("recounts.sql cannot be read", e);
        }
    }
}
