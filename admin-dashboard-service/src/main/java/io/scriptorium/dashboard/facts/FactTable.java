package io.scriptorium.dashboard.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of facts with the counters that follow from them, and the three statements that both need: to apply a batch,
 * to count again, and to find what is wrong.
 *
 * <p>Beside its own columns every such table has {@code id}, {@code website_id}, {@code revision} and {@code deleted}.
 * A deleted fact keeps its last state. The all-zero website stands for one that is unknown: that of an aggregate whose
 * deletion was all that was seen.
 */
public final class FactTable {
    private final String name;
    private final String apply;
    private final String recount;
    private final String drift;

    /** @param columns those of its own, with their types */
    private FactTable(String name, Map<String, String> columns, List<CounterTable> counters) {
        this.name = name;
        this.apply = apply(name, columns, counters);
        this.recount = counters.stream().map(counter -> counter.recounted(name)).collect(Collectors.joining("\n"));
        this.drift = counters.stream()
                .map(counter -> counter.drifted(name))
                .collect(Collectors.joining("UNION ALL\n", "", " ORDER BY counter, cell LIMIT ?"));
    }

    /** @param columns such as {@code "status text", "created_day date"} */
    public static FactTable of(String name, List<String> columns, CounterTable... counters) {
        Map<String, String> types = new LinkedHashMap<>();
        columns.forEach(column -> types.put(column.split(" ")[0], column.split(" ")[1]));
        return new FactTable(name, types, List.of(counters));
    }

    public String name() {
        return name;
    }

    /** One parameter, a JSON array of rows; one column of results, the websites of all of them. */
    public String applySql() {
        return apply;
    }

    public String recountSql() {
        return recount;
    }

    public String driftSql() {
        return drift;
    }

    /**
     * Facts that are newer replace the old; each counter changes by new state minus old state. Every insert goes in the
     * order of its key, so that two replicas cannot wait for each other. A row of the same revision but another content
     * is a fact that was written by an older version of this service.
     */
    private static String apply(String name, Map<String, String> columns, List<CounterTable> counters) {
        Set<String> own = columns.keySet();
        String typed = columns.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
        return """
                WITH input AS (
                    SELECT DISTINCT ON (id) *
                      FROM jsonb_to_recordset(?::jsonb)
                           AS row (id uuid, website_id uuid, %2$s, revision bigint, deleted boolean)
                     ORDER BY id, revision DESC
                ), changed AS (
                    INSERT INTO %1$s AS fact (id, website_id, %3$s, revision, deleted)
                    SELECT id, coalesce(website_id, '00000000-0000-0000-0000-000000000000'), %3$s, revision, deleted
                      FROM input
                     ORDER BY id
                    ON CONFLICT (id) DO UPDATE
                       SET %4$s,
                           revision = EXCLUDED.revision,
                           deleted  = EXCLUDED.deleted
                     WHERE fact.revision < EXCLUDED.revision
                        OR (fact.revision = EXCLUDED.revision
                            AND NOT EXCLUDED.deleted
                            AND (fact.website_id, %5$s) IS DISTINCT FROM (EXCLUDED.website_id, %6$s))
                    RETURNING old AS old_fact, new AS new_fact
                ), %7$s
                SELECT website_id FROM input WHERE website_id IS NOT NULL
                UNION
                SELECT (old_fact).website_id FROM changed WHERE (old_fact).website_id IS NOT NULL
                UNION
                SELECT fact.website_id FROM input JOIN %1$s AS fact USING (id)
                """.formatted(
                        name,
                        typed,
                        String.join(", ", own),
                        "website_id = CASE WHEN EXCLUDED.deleted THEN fact.website_id ELSE EXCLUDED.website_id END,\n"
                                + each(
                                        own,
                                        ",\n",
                                        column -> ("%1$s = CASE WHEN EXCLUDED.deleted THEN fact.%1$s"
                                                        + " ELSE EXCLUDED.%1$s END")
                                                .formatted(column)),
                        each(own, ", ", column -> "fact." + column),
                        each(own, ", ", column -> "EXCLUDED." + column),
                        counters.stream().map(CounterTable::applied).collect(Collectors.joining(", ")));
    }

    private static String each(Set<String> columns, String separator, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(Collectors.joining(separator));
    }
}
