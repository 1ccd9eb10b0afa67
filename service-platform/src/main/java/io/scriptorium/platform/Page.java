package io.scriptorium.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list in keyset order.
 *
 * @param items at most {@code limit} of them
 * @param nextCursor give it back as {@code cursor} to get what follows; null on the last page
 * @param total how many entries all pages have together; left out unless it was asked for
 */
public record Page<T>(
        List<T> items,
        @JsonInclude String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

    public Page(List<T> items, String nextCursor) {
        this(items, nextCursor, null);
    }

    /** Cuts a page from one row more than it holds: the extra row only tells that there is another page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> position, Function<R, T> view) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? position.apply(shown.get(limit - 1)).encoded() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    public Page<T> outOf(long total) {
        return new Page<>(items, nextCursor, total);
    }

    public <U> Page<U> map(Function<? super T, U> view) {
        return new Page<>(items.stream().<U>map(view).toList(), nextCursor, total);
    }
}
