package io.scriptorium.dashboard.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of facts and the counters over it, from which the statements come that write, check and repair them: what a
 * number means is said once, and a batch cannot count differently from a recount.
 *
 * <p>The table has {@code id uuid PRIMARY KEY}, {@code website_id uuid}, the columns that are named here,
 * {@code revision bigint} and {@code deleted boolean}. A deleted fact keeps its last state, or nothing if it was never
 * seen alive.
 */
public final class Facts {
    /** Stands for all websites. */
    static final String ALL = "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid";

    /** Stands for no website. */
    private static final String NONE = "'00000000-0000-0000-0000-000000000000'::uuid";

    private record Column(String name, String type) {}

    private final String table;
    private final String applySql;
    private final String recountSql;
    private final String driftSql;

    private Facts(String table, List<Column> columns, List<Counter> counters) {
        this.table = table;
        this.applySql = apply(table, columns, counters);
        this.recountSql =
                counters.stream().map(counter -> counter.recount(table)).collect(Collectors.joining(";\n"));
        this.driftSql = "SELECT * FROM ("
                + counters.stream().map(counter -> counter.drift(table)).collect(Collectors.joining("\nUNION ALL\n"))
                + ") AS different ORDER BY counter, cell LIMIT ?";
    }

    /** @param namesAndTypes of the columns besides the usual, such as {@code "day", "date"} */
    public static Facts table(String name, List<String> namesAndTypes, Counter... counters) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.size(); i += 2) {
            columns.add(new Column(namesAndTypes.get(i), namesAndTypes.get(i + 1)));
        }
        return new Facts(name, columns, List.of(counters));
    }

    String table() {
        return table;
    }

    /** Parameter: a JSON array of rows. Result: the websites of all of them. */
    String applySql() {
        return applySql;
    }

    String recountSql() {
        return recountSql;
    }

    String driftSql() {
        return driftSql;
    }

    /**
     * Facts that are newer replace the old; each counter changes by new state minus old state. A row of the same
     * revision but another content is a fact that was written by an older version of this service.
     */
    private static String apply(String table, List<Column> columns, List<Counter> counters) {
        String additions = counters.stream()
                .map(counter -> ", added_to_%s AS (\n%s)".formatted(counter.table(), counter.addition()))
                .collect(Collectors.joining());
        return """
                WITH input AS (
                    SELECT DISTINCT ON (id) *
                      FROM jsonb_to_recordset(?::jsonb)
                           AS row (id uuid, website_id uuid, %2$s, revision bigint, deleted boolean)
                     ORDER BY id, revision DESC
                ), changed AS (
                    INSERT INTO %1$s AS fact (id, website_id, %3$s, revision, deleted)
                    SELECT id, coalesce(website_id, %4$s), %3$s, revision, deleted
                      FROM input
                     ORDER BY id
                    ON CONFLICT (id) DO UPDATE
                       SET website_id = CASE WHEN EXCLUDED.deleted THEN fact.website_id ELSE EXCLUDED.website_id END,
                           %5$s,
                           revision = EXCLUDED.revision,
                           deleted = EXCLUDED.deleted
                     WHERE fact.revision < EXCLUDED.revision
                        OR (fact.revision = EXCLUDED.revision
                            AND NOT EXCLUDED.deleted
                            AND (fact.website_id, %6$s) IS DISTINCT FROM (EXCLUDED.website_id, %7$s))
                    RETURNING old.website_id AS old_website_id, %8$s, old.deleted AS old_deleted,
                              new.website_id, %9$s, new.deleted
                ), moved AS (
                    SELECT 1 AS sign, website_id, %3$s FROM changed WHERE NOT deleted
                    UNION ALL
                    -- old_deleted is null, and so not true, where there was no fact
                    SELECT -1, old_website_id, %10$s FROM changed WHERE NOT old_deleted
                )%11$s
                SELECT website_id FROM input WHERE website_id IS NOT NULL
                UNION
                SELECT old_website_id FROM changed WHERE old_website_id IS NOT NULL
                UNION
                SELECT fact.website_id FROM input JOIN %1$s AS fact USING (id)
                """.formatted(
                        table,
                        list(columns, "%1$s %2$s"),
                        list(columns, "%1$s"),
                        NONE,
                        list(columns, "%1$s = CASE WHEN EXCLUDED.deleted THEN fact.%1$s ELSE EXCLUDED.%1$s END"),
                        list(columns, "fact.%1$s"),
                        list(columns, "EXCLUDED.%1$s"),
                        list(columns, "old.%1$s AS old_%1$s"),
                        list(columns, "new.%1$s"),
                        list(columns, "old_%1$s"),
                        additions);
    }

    private static String list(List<Column> columns, String format) {
        return columns.stream()
                .map(column -> format.formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
    }
}
