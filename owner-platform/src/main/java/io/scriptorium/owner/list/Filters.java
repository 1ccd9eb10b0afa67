package io.scriptorium.owner.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of a list, combined by AND; what is empty does not restrict. Paths and conditions are HQL of the
 * program's own, never of a client's; what a client sent is always a bound parameter.
 */
public final class Filters {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A condition that always holds for this list. */
    public Filters is(String condition) {
        conditions.add(condition);
        return this;
    }

    /** One condition or its opposite, for filters that are not a column's value. */
    public Filters is(Optional<Boolean> wanted, String whenTrue, String whenFalse) {
        wanted.ifPresent(value -> conditions.add(value ? whenTrue : whenFalse));
        return this;
    }

    public Filters equal(String path, Optional<?> wanted) {
        wanted.ifPresent(value -> conditions.add(path + " = " + bound(value)));
        return this;
    }

    /** From then on, that moment included. */
    public Filters from(String path, Optional<Instant> from) {
        return compared(path, ">=", from);
    }

    /** Until then, that moment not included, so that spans that meet share nothing. */
    public Filters until(String path, Optional<Instant> until) {
        return compared(path, "<", until);
    }

    /** @param operator HQL's: {@code >=}, {@code <}, … */
    public Filters compared(String path, String operator, Optional<?> wanted) {
        wanted.ifPresent(value -> conditions.add(path + " " + operator + " " + bound(value)));
        return this;
    }

    /** Has that text as a part, in any case; its wildcards are letters like others. Wants a trigram index. */
    public Filters contains(String path, Optional<String> part) {
        part.ifPresent(text -> conditions.add("lower(" + path + ") like "
                + bound("%" + literally(text.toLowerCase(Locale.ROOT)) + "%") + " escape '!'"));
        return this;
    }

    /** The same conditions with another one, for a page that begins after a row. */
    Filters and(String condition, Map<String, Object> bound) {
        Filters more = new Filters();
        more.conditions.addAll(conditions);
        more.conditions.add(condition);
        more.values.putAll(values);
        more.values.putAll(bound);
        return more;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private String bound(Object value) {
        String name = "filter" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
