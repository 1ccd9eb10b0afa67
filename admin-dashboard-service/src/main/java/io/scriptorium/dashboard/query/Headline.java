package io.scriptorium.dashboard.query;

import java.util.Set;

/**
 * What the overview shows of a dashboard: a part of its one statement. A folder brings it as a bean, beside its
 * dashboard; its numbers are the same.
 */
public interface Headline {
    /** As the block is called there, such as {@code payment_reminders}. */
    String name();

    /** As {@link Dashboard#topics}. */
    Set<String> topics();

    /**
     * A query as {@link Dashboard#sql} is, where {@code asked} always has a currency if any website has one. Its only
     * column is a JSON object: {@code totals}, an object of the present numbers, and {@code spans}, an object of {@code
     * recent} and {@code earlier}: each an object of the same numbers, of the span and of the one before. Amounts have
     * two decimals.
     */
    String sql();
}
