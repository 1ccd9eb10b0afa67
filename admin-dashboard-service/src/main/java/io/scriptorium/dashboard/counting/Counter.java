package io.scriptorium.dashboard.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of counters: sums over facts, per website and the keys that are named here. Its primary key is
 * {@code website_id} and the keys in this order. Every expression is SQL over a fact's columns, and never null.
 */
public final class Counter {
    /** @param sql what a fact has there */
    record Term(String name, String sql) {}

    private final String table;
    private final List<Term> keys;
    private final List<Term> sums;
    private final String each;
    private final String condition;
    private final boolean ofAllWebsites;

    private Counter(
            String table, List<Term> keys, List<Term> sums, String each, String condition, boolean ofAllWebsites) {
        this.table = table;
        this.keys = keys;
        this.sums = sums;
        this.each = each;
        this.condition = condition;
        this.ofAllWebsites = ofAllWebsites;
    }

    /** Each fact counts in its website, and in all websites together. */
    public static Counter table(String name) {
        return new Counter(name, List.of(), List.of(), "", "TRUE", true);
    }

    /** Columns of the fact. */
    public Counter by(String... columns) {
        Counter counter = this;
        for (String column : columns) {
            counter = counter.byExpression(column, column);
        }
        return counter;
    }

    /** @param sql what a fact has there */
    public Counter byExpression(String name, String sql) {
        return new Counter(table, plus(keys, new Term(name, sql)), sums, each, condition, ofAllWebsites);
    }

    /** How many there are. */
    public Counter count(String name) {
        return sum(name, "1");
    }

    /** How many there are of which that is true. */
    public Counter count(String name, String sql) {
        return sum(name, "(" + sql + ")::integer");
    }

    public Counter sum(String name, String sql) {
        return new Counter(table, keys, plus(sums, new Term(name, sql)), each, condition, ofAllWebsites);
    }

    /** Counts the rows of a set that each fact holds, such as {@code jsonb_to_recordset(parts) AS part (…)}. */
    public Counter each(String set) {
        return new Counter(table, keys, sums, " CROSS JOIN LATERAL " + set, condition, ofAllWebsites);
    }

    public Counter where(String sql) {
        return new Counter(table, keys, sums, each, sql, ofAllWebsites);
    }

    /** For keys that belong to one website anyhow, such as accounts. */
    public Counter ofEachWebsiteOnly() {
        return new Counter(table, keys, sums, each, condition, false);
    }

    String table() {
        return table;
    }

    /** Adds what the signed facts in {@code moved} say. In the order of the key: two replicas never wait in a ring. */
    String addition() {
        return """
                INSERT INTO %1$s AS counter (%2$s, %3$s)
                SELECT %2$s, %4$s
                  FROM (SELECT website_id AS own, %5$s FROM moved%6$s WHERE %7$s) AS cell
                 CROSS JOIN LATERAL (VALUES %8$s) AS counted (website_id)
                 GROUP BY %2$s
                HAVING %9$s
                 ORDER BY %2$s
                ON CONFLICT (%2$s) DO UPDATE SET %10$s
                """.formatted(
                        table,
                        key(),
                        names(sums),
                        list(sums, "sum(%1$s)", ", "),
                        terms("CASE WHEN sign > 0 THEN %2$s ELSE -(%2$s) END AS %1$s"),
                        each,
                        condition,
                        ofAllWebsites ? "(own), (" + Facts.ALL + ")" : "(own)",
                        list(sums, "sum(%1$s) <> 0", " OR "),
                        list(sums, "%1$s = counter.%1$s + EXCLUDED.%1$s", ", "));
    }

    /** Sets every counter to what the facts say; right ones are not touched. */
    String recount(String facts) {
        return """
                MERGE INTO %1$s AS counter
                USING (%2$s) AS counted
                   ON %3$s
                WHEN MATCHED AND (%4$s) THEN UPDATE SET %5$s
                WHEN NOT MATCHED THEN INSERT (%6$s, %7$s) VALUES (%8$s, %9$s)
                WHEN NOT MATCHED BY SOURCE AND (%10$s) THEN UPDATE SET %11$s
                """.formatted(
                        table,
                        expected(facts),
                        Stream.concat(Stream.of("website_id"), keys.stream().map(Term::name))
                                .map(name -> "counter." + name + " = counted." + name)
                                .collect(Collectors.joining(" AND ")),
                        list(sums, "counter.%1$s <> counted.%1$s", " OR "),
                        list(sums, "%1$s = counted.%1$s", ", "),
                        key(),
                        names(sums),
                        "counted.website_id" + list(keys, ", counted.%1$s", ""),
                        list(sums, "counted.%1$s", ", "),
                        list(sums, "counter.%1$s <> 0", " OR "),
                        list(sums, "%1$s = 0", ", "));
    }

    /** A row for each sum that is not what the facts say. A counter that is not there is 0. */
    String drift(String facts) {
        return """
                SELECT '%1$s.' || sums.name AS counter, concat_ws(' ', %2$s) AS cell, sums.expected, sums.actual
                  FROM (%3$s) AS expected
                  FULL JOIN %1$s AS actual USING (%2$s)
                 CROSS JOIN LATERAL (VALUES %4$s) AS sums (name, expected, actual)
                 WHERE sums.expected <> sums.actual
                """.formatted(
                table,
                key(),
                expected(facts),
                list(sums, "('%1$s', coalesce(expected.%1$s, 0)::numeric, coalesce(actual.%1$s, 0)::numeric)", ", "));
    }

    private String expected(String facts) {
        String ofEach = "(own" + list(keys, ", %1$s", "") + ")";
        return """
                SELECT coalesce(own, %1$s) AS website_id%2$s, %3$s
                  FROM (SELECT website_id AS own, %4$s FROM %5$s%6$s WHERE NOT deleted AND (%7$s)) AS cell
                 GROUP BY GROUPING SETS (%8$s)
                """.formatted(
                        Facts.ALL,
                        list(keys, ", %1$s", ""),
                        list(sums, "sum(%1$s) AS %1$s", ", "),
                        terms("%2$s AS %1$s"),
                        facts,
                        each,
                        condition,
                        ofAllWebsites ? ofEach + ", (" + names(keys) + ")" : ofEach);
    }

    private String key() {
        return "website_id" + list(keys, ", %1$s", "");
    }

    private String terms(String sum) {
        return list(keys, "%2$s AS %1$s, ", "") + list(sums, sum, ", ");
    }

    private static String names(List<Term> terms) {
        return list(terms, "%1$s", ", ");
    }

    private static String list(List<Term> terms, String format, String separator) {
        return terms.stream()
                .map(term -> format.formatted(term.name(), term.sql()))
                .collect(Collectors.joining(separator));
    }

    private static List<Term> plus(List<Term> terms, Term term) {
        List<Term> more = new ArrayList<>(terms);
        more.add(term);
        return List.copyOf(more);
    }
}
