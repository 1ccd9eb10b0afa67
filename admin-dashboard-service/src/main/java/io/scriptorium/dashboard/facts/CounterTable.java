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
 * @param keys the primary key's columns, in its order; never null
 * @param sums what is counted or summed
 */
public record CounterTable(String name, List<String> keys, List<String> sums) {

    /** A part of the statement that applies a batch: adds what the new facts give and takes away what the old gave. */
    String applied() {
        return """
                %1$s AS (
                    INSERT INTO %1$s AS counter (%2$s, %3$s)
                    SELECT %2$s, %4$s
                      FROM (SELECT given.*, 1 AS sign FROM changed, %1$s_of(new_fact) AS given
                            UNION ALL
                            SELECT given.*, -1 FROM changed, %1$s_of(old_fact) AS given) AS difference
                     GROUP BY %2$s
                    HAVING %5$s
                     ORDER BY %2$s
                    ON CONFLICT (%2$s) DO UPDATE SET %6$s
                )""".formatted(
                        name,
                        list(keys),
                        list(sums),
                        each(sums, ", ", sum -> "sum(sign * " + sum + ")"),
                        each(sums, " OR ", sum -> "sum(sign * " + sum + ") <> 0"),
                        each(sums, ", ", sum -> sum + " = counter." + sum + " + EXCLUDED." + sum));
    }

    /** Sets every counter to what the facts give; only wrong ones are touched. */
    String recounted(String factTable) {
        return """
                WITH counted AS (
                    SELECT %2$s, %3$s
                      FROM (SELECT given.* FROM %4$s AS fact, %1$s_of(fact) AS given) AS given
                     GROUP BY %2$s
                )
                MERGE INTO %1$s AS counter
                USING counted
                   ON %5$s
                WHEN MATCHED AND %6$s THEN UPDATE SET %7$s
                WHEN NOT MATCHED THEN INSERT (%2$s, %8$s) VALUES (%9$s)
                WHEN NOT MATCHED BY SOURCE AND %10$s THEN UPDATE SET %11$s;
                """.formatted(
                        name,
                        list(keys),
                        each(sums, ", ", sum -> "sum(" + sum + ") AS " + sum),
                        factTable,
                        each(keys, " AND ", key -> "counter." + key + " = counted." + key),
                        each(sums, " OR ", sum -> "counter." + sum + " <> counted." + sum),
                        each(sums, ", ", sum -> sum + " = counted." + sum),
                        list(sums),
                        each(columns(), ", ", column -> "counted." + column),
                        each(sums, " OR ", sum -> "counter." + sum + " <> 0"),
                        each(sums, ", ", sum -> sum + " = 0"));
    }

    /** Rows {@code counter, cell, expected, actual} of what is wrong; a counter that is not there counts 0. */
    String drifted(String factTable) {
        return """
                SELECT '%1$s.' || side.sum AS counter, concat_ws(' ', %2$s) AS cell, side.expected, side.actual
                  FROM (SELECT %2$s, %3$s
                          FROM (SELECT %2$s, %4$s
                                  FROM (SELECT given.* FROM %5$s AS fact, %1$s_of(fact) AS given) AS given
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
                factTable,
                each(sums, ", ", sum -> "0, " + sum),
                each(sums, ", ", sum -> "('%1$s', %1$s_expected, %1$s_actual)".formatted(sum)));
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
