package io.scriptorium.dashboard;

import io.agroal.api.AgroalDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counters by their keys: those of a plain recount, and those in the database. A cell of noughts is as good as none. */
public final class Cells {
    private final Map<String, List<BigDecimal>> numbers = new TreeMap<>();

    /** Adds to each number of a cell. */
    public void add(String cell, Number... more) {
        List<BigDecimal> sums = numbers.computeIfAbsent(cell, none -> new ArrayList<>());
        for (int i = 0; i < more.length; i++) {
            BigDecimal number = new BigDecimal(more[i].toString());
            if (i == sums.size()) {
                sums.add(number);
            } else {
                sums.set(i, sums.get(i).add(number));
            }
        }
    }

    /** Of a query whose first column is a cell that begins with its website; the others are its numbers. */
    public static Map<String, List<BigDecimal>> read(
            AgroalDataSource database, Collection<UUID> websites, String select) throws SQLException {
        Cells cells = new Cells();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                String cell = row.getString(1);
                if (websites.contains(UUID.fromString(cell.substring(0, 36)))) {
                    for (int i = 2; i <= columns.getColumnCount(); i++) {
                        cells.numbers
                                .computeIfAbsent(cell, none -> new ArrayList<>())
                                .add(row.getBigDecimal(i));
                    }
                }
            }
        }
        return cells.toMap();
    }

    /** How many counters of all websites are not the sum of those of each. Both lists are separated by commas. */
    public static long wrongSumsOfAllWebsites(AgroalDataSource database, String table, String keys, String sums)
            throws SQLException {
        String difference = Arrays.stream(sums.split(", "))
                .map(
                        "sum(CASE WHEN website_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff' THEN %1$s ELSE -%1$s END) <> 0"
                                ::formatted)
                .collect(Collectors.joining(" OR "));
        String select = "SELECT count(*) FROM (SELECT FROM " + table + " GROUP BY " + keys + " HAVING " + difference
                + ") AS wrong";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }

    public Map<String, List<BigDecimal>> toMap() {
        Map<String, List<BigDecimal>> map = new TreeMap<>();
        numbers.forEach((cell, sums) -> {
            if (sums.stream().anyMatch(sum -> sum.signum() != 0)) {
                // 1.50 and 1.5 are the same sum.
                map.put(cell, sums.stream().map(BigDecimal::stripTrailingZeros).toList());
            }
        });
        return map;
    }
}
