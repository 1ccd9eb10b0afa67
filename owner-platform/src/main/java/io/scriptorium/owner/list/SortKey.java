package io.scriptorium.owner.list;

import io.scriptorium.platform.Cursor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/**
 * Something that a list can be sorted by: a column that is never null, since a page could not go on after a null.
 *
 * @param name how clients call it
 * @param path the column in HQL
 * @param of its value in a row
 * @param parse reads the value back from a cursor
 */
public record SortKey<R>(String name, String path, Function<R, ?> of, Function<String, ?> parse) {
    public static <R> SortKey<R> instant(String name, String path, Function<R, Instant> of) {
        return new SortKey<>(name, path, of, Instant::parse);
    }

    public static <R> SortKey<R> date(String name, String path, Function<R, LocalDate> of) {
        return new SortKey<>(name, path, of, LocalDate::parse);
    }

    public static <R> SortKey<R> decimal(String name, String path, Function<R, BigDecimal> of) {
        return new SortKey<>(name, path, of, BigDecimal::new);
    }

    public static <R> SortKey<R> number(String name, String path, Function<R, Integer> of) {
        return new SortKey<>(name, path, of, Integer::valueOf);
    }

    public static <R> SortKey<R> text(String name, String path, Function<R, String> of) {
        return new SortKey<>(name, path, of, Function.identity());
    }

    String textOf(R row) {
        return String.valueOf(of.apply(row));
    }

    Object valueOf(String text) {
        try {
            return parse.apply(text);
        } catch (DateTimeParseException | NumberFormatException nonsense) {
            throw Cursor.unusable();
        }
    }
}
