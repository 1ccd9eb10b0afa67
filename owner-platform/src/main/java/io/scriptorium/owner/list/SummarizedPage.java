package io.scriptorium.owner.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.platform.Page;
import java.util.List;
import java.util.function.Function;

/**
 * A {@link Page}, and what the whole list amounts to.
 *
 * @param summary of all pages together; left out when it was not asked for
 */
public record SummarizedPage<T, S>(
        List<T> items,
        @JsonInclude String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total,
        @JsonInclude(JsonInclude.Include.NON_NULL) S summary) {

    public static <T, S> SummarizedPage<T, S> of(Page<T> page, S summary) {
        return new SummarizedPage<>(page.items(), page.nextCursor(), page.total(), summary);
    }

    public <U> SummarizedPage<U, S> map(Function<? super T, U> view) {
        return new SummarizedPage<>(items.stream().<U>map(view).toList(), nextCursor, total, summary);
    }
}
