package io.scriptorium.dashboard.facts;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of counters, and the statements that keep it equal to what its facts give.
 *
 * <p>What one fact gives is said once, by the database function {@code <name>_of(fact)}, whose columns are those of the
 * table; it gives nothing for a deleted fact. PostgreSQL puts the function's body in place of its call, so that it costs
 * what the same SQL would, written out in each statement. See ADR 034.
 *
 * @param keys the primary key's columns, in its order, of which the first is the website; never null
 * @param sums what is counted or summed
 */
public record CounterTable(String name, List<String> keys, List<String> sums) {
    /** Under which counters hold the sum over all websites, so that the view of all reads no more than that of one. */
    private static final String ALL_WEBSITES = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    public CounterTable {
        if (keys.size() < 2 || !keys.get(0).equals("website_id") || sums.isEmpty()) {
            throw new IllegalArgumentException(name + " must be keyed by website_id and more, and sum something");
        }
    }

    /** A part of the statement that applies a batch: adds what the new facts give and takes away what the old gave. */
    String applied() {
        return """
                %1$s AS (
                    INSERT INTO %1$s AS counter (%2$s)
                    SELECT %3$s, %4$s
                      FROM (SELECT given.*, 1 AS sign FROM changed, %1$s_of(new_fact) AS given
                            UNION ALL
                            SELECT given.*, -1 FROM changed, %1$s_of(old_fact) AS given) AS difference
                     GROUP BY %5$s
                    HAVING %6$s
                     ORDER BY %7$s
                    ON CONFLICT (%7$s) DO UPDATE SET %8$s
                )""".formatted(
                        name,
                        list(columns()),
                        websiteOrAll(),
                        each(sums, ", ", sum -> "sum(sign * " + sum + ")"),
                        ofEachAndOfAll(),
                        each(sums, " OR ", sum -> "sum(sign * " + sum + ") <> 0"),
                        list(keys),
                        each(sums, ", ", sum -> sum + " = counter." + sum + " + EXCLUDED." + sum));
    }

    /** Sets every counter to what the facts give; only wrong ones are touched. */
    String recounted(String factTable) {
        return """
                MERGE INTO %1$s AS counter
                USING (%2$s) AS counted
                   ON %3$s
                WHEN MATCHED AND %4$s THEN UPDATE SET %5$s
                WHEN NOT MATCHED THEN INSERT (%6$s) VALUES (%7$s)
                WHEN NOT MATCHED BY SOURCE AND %8$s THEN UPDATE SET %9$s;
                """.formatted(
                        name,
                        counted(factTable),
                        each(keys, " AND ", key -> "counter." + key + " = counted." + key),
                        each(sums, " OR ", sum -> "counter." + sum + " <> counted." + sum),
                        each(sums, ", ", sum -> sum + " = counted." + sum),
                        list(columns()),
                        each(columns(), ", ", column -> "counted." + column),
                        each(sums, " OR ", sum -> "counter." + sum + " <> 0"),
                        each(sums, ", ", sum -> sum + " = 0"));
    }

    /** Rows {@code counter, cell, expected, actual} of what is wrong; a counter that is not there counts 0. */
    String drifted(String factTable) {
        return """
                SELECT '%1$s.' || side.sum AS counter, concat_ws(' ', %2$s) AS cell, side.expected, side.actual
                  FROM (SELECT %2$s, %3$s
                          FROM (SELECT %2$s, %4$s FROM (%5$s) AS counted
                                UNION ALL
                                SELECT %2$s, %6$s FROM %1$s) AS both_sides
                         GROUP BY %2$s) AS cells,
                       LATERAL (VALUES %7$s) AS side (sum, expected, actual)
                 WHERE side.expected <> side.actual
                """.formatted(
                name,
                list(keys),
                each(
                        sums,
                        ", ",
                        sum -> "sum(%1$s_expected) AS %1$s_expected, sum(%1$s_actual) AS %1$s_actual".formatted(sum)),
                each(sums, ", ", sum -> "%1$s AS %1$s_expected, 0 AS %1$s_actual".formatted(sum)),
                counted(factTable),
                each(sums, ", ", sum -> "0, " + sum),
                each(sums, ", ", sum -> "('%1$s', %1$s_expected, %1$s_actual)".formatted(sum)));
    }

    private String counted(String factTable) {
        return """
                SELECT %1$s, %2$s
                  FROM (SELECT given.* FROM %3$s AS fact, %4$s_of(fact) AS given) AS given
                 GROUP BY %5$s""".formatted(
                        websiteOrAll(),
                        each(sums, ", ", sum -> "sum(" + sum + ") AS " + sum),
                        factTable,
                        name,
                        ofEachAndOfAll());
    }

    private String websiteOrAll() {
        return "coalesce(website_id, '" + ALL_WEBSITES + "') AS website_id, " + list(others());
    }

    private String ofEachAndOfAll() {
        return "GROUPING SETS ((" + list(keys) + "), (" + list(others()) + "))";
    }

    private List<String> others() {
        return keys.subList(1, keys.size());
    }

    private List<String> columns() {
        return Stream.concat(keys.stream(), sums.stream()).toList();
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String each(List<String> columns, String separator, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(Collectors.joining(separator));
    }
}
