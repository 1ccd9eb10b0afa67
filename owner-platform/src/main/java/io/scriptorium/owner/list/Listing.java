package io.scriptorium.owner.list;

import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A list of light rows in keyset order: each page is one statement, and costs as much at the end of a million rows as at
 * their beginning; a total is a second one. Rows of equal sort value follow one another by id, in the same direction,
 * so that one index serves both.
 *
 * @param <R> a record that HQL makes from the selected columns, so that nothing large is read for a table's row
 */
public final class Listing<R> {
    private final Class<R> row;
    private final String select;
    private final String from;
    private final String idPath;
    private final Function<R, UUID> id;
    private final Map<String, SortKey<R>> sortKeys = new LinkedHashMap<>();
    private String usual;

    private Listing(Class<R> row, String select, String from, String idPath, Function<R, UUID> id) {
        this.row = row;
        this.select = select;
        this.from = from;
        this.idPath = idPath;
        this.id = id;
    }

    /**
     * @param select the columns in the order of the record's constructor: {@code t.id, t.status}
     * @param from the entities, with joins: {@code Ticket t}
     * @param idPath the row's unique last sort column: {@code t.id}
     */
    public static <R> Listing<R> of(Class<R> row, String select, String from, String idPath, Function<R, UUID> id) {
        return new Listing<>(row, select, from, idPath, id);
    }

    /** @param usual the sort unless a client asks for another: {@code -created_at} is the newest first */
    @SafeVarargs
    public final Listing<R> sortedBy(String usual, SortKey<R>... keys) {
        for (SortKey<R> key : keys) {
            sortKeys.put(key.name(), key);
        }
        this.usual = usual;
        sort(usual);
        return this;
    }

    /** @throws Problem 400 for a sort that is not offered, and a cursor that this list, so sorted, never gave */
    public Page<R> page(EntityManager entities, Filters filters, ListParameters parameters) {
        Sort<R> sort = sort(parameters.sort().orElse(usual));
        Page<R> page = page(entities, filters, parameters, sort);
        return parameters.total() ? page.outOf(count(entities, filters)) : page;
    }

    /**
     * A page, and what all that the filters let through amounts to: two statements, since a total that is asked for is the
     * summary's own count.
     */
    public <G, S> SummarizedPage<R, S> page(
            EntityManager entities, Filters filters, ListParameters parameters, Summary<G, S> summary) {
        Sort<R> sort = sort(parameters.sort().orElse(usual));
        Page<R> page = page(entities, filters, parameters, sort);
        TypedQuery<G> query = entities.createQuery(
                "select " + summary.select() + " from " + from + filters.where() + " group by " + summary.groupBy()
                        + " order by " + summary.groupBy(),
                summary.group());
        filters.values().forEach(query::setParameter);
        S all = summary.of().apply(query.getResultList());
        return SummarizedPage.of(parameters.total() ? page.outOf(summary.count().applyAsLong(all)) : page, all);
    }

    private Page<R> page(EntityManager entities, Filters filters, ListParameters parameters, Sort<R> sort) {
        int limit = parameters.limit();
        List<R> rows = rows(entities, after(parameters.cursor(), sort, filters), sort, limit + 1);
        return Page.of(
                rows,
                limit,
                last -> Cursor.at(
                        sort.asked(), sort.key().textOf(last), id.apply(last).toString()),
                Function.identity());
    }

    private List<R> rows(EntityManager entities, Filters filters, Sort<R> sort, int rows) {
        String direction = sort.descending() ? " desc" : "";
        String order = " order by " + sort.key().path() + direction + ", " + idPath + direction;
        TypedQuery<R> query = entities.createQuery("select " + select + " from " + from + filters.where() + order, row);
        filters.values().forEach(query::setParameter);
        return query.setMaxResults(rows).getResultList();
    }

    private long count(EntityManager entities, Filters filters) {
        TypedQuery<Long> query = entities.createQuery("select count(*) from " + from + filters.where(), Long.class);
        filters.values().forEach(query::setParameter);
        return query.getSingleResult();
    }

    private Filters after(String cursor, Sort<R> sort, Filters filters) {
        return Cursor.parse(cursor, 3)
                .map(last -> {
                    if (!last.key().get(0).equals(sort.asked())) {
                        throw Cursor.unusable();
                    }
                    Map<String, Object> position = Map.of(
                            "lastValue", sort.key().valueOf(last.key().get(1)),
                            "lastId", Cursor.uuid(last.key().get(2)));
                    return filters.and(
                            "(%s, %s) %s (:lastValue, :lastId)"
                                    .formatted(sort.key().path(), idPath, sort.descending() ? "<" : ">"),
                            position);
                })
                .orElse(filters);
    }

    private Sort<R> sort(String asked) {
        boolean descending = asked.startsWith("-");
        SortKey<R> key = sortKeys.get(descending ? asked.substring(1) : asked);
        if (key == null) {
            String offered =
                    sortKeys.keySet().stream().map(name -> name + ", -" + name).collect(Collectors.joining(", "));
            throw Problem.badRequest("sort", "must be one of " + offered);
        }
        return new Sort<>(asked, key, descending);
    }

    /**
     * What a list's summary is made of.
     *
     * @param group a record that HQL makes for each group from the selected columns
     * @param of makes the summary of all groups
     * @param count how many entries it is of
     */
    public record Summary<G, S>(
            Class<G> group, String select, String groupBy, Function<List<G>, S> of, ToLongFunction<S> count) {}

    private record Sort<R>(String asked, SortKey<R> key, boolean descending) {}
}
