package io.scriptorium.dashboard.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something in a view that can be exported: a list of rows, or one object as one row.
 *
 * @param name by which it is asked for; also its place in the view, with dots where it lies deeper
 * @param place the same, unless it is the view itself: then empty
 */
public record Table(String name, String place, List<Column> columns) {
    public static Table of(String place, Column... columns) {
        return new Table(place, place, List.of(columns));
    }

    /** The view itself as one row. */
    public static Table ofTheView(String name, Column... columns) {
        return new Table(name, "", List.of(columns));
    }

    /** Several plain columns at once. */
    public static Column[] columns(String... fields) {
        return Arrays.stream(fields).map(Column::of).toArray(Column[]::new);
    }

    public Table with(Column... more) {
        return new Table(
                name,
                place,
                Stream.concat(columns.stream(), Arrays.stream(more)).toList());
    }
}
