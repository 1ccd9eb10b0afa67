package io.scriptorium.dashboard.query;

import io.scriptorium.dashboard.cache.DashboardView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One dashboard: a statement over counters, and the view that its numbers become. A folder brings it as a bean, and a
 * resource that names it; parameters, access, cache, comparison, and export are the same for all.
 *
 * @param <N> the numbers as the statement finds them
 */
public interface Dashboard<N> {
    /** What follows {@code /api/v1/admin/dashboards/}, such as {@code tips/earnings}. */
    String name();

    /** Those whose changes its numbers are made of: each makes its cached answers old. */
    Set<String> topics();

    /**
     * A query whose only column is a JSON object, the {@link #numbers}. It may read from
     *
     * <ul>
     *   <li>{@code asked}, one row: {@code website_id} (that of the counters of all websites, when all were asked for),
     *       {@code today}, {@code currency} (null unless chosen);
     *   <li>{@code spans}, two rows: {@code earlier}, {@code first_day}, {@code last_day}, and the whole months within,
     *       {@code first_month} up to before {@code end_month}. The earlier one is all null unless it is wanted.
     * </ul>
     *
     * {@code {scope}} stands for the condition on {@code website_id} that confines it, and must occur.
     */
    String sql();

    Class<N> numbers();

    DashboardView view(N numbers, Question question, Instant asOf);

    /** Everything in the view that can be exported. */
    List<Table> tables();

    /** Which days may be asked for; none for a dashboard that knows the present only. */
    default SpanRule spanRule() {
        return SpanRule.lastDays(30);
    }

    /** Whether amounts are in it, and thus a currency is to be chosen. */
    default boolean hasMoney() {
        return true;
    }

    /** Whether it shows earlier numbers even unless asked to compare. */
    default boolean alwaysCompares() {
        return false;
    }

    /** The query parameters that it takes, of {@link DashboardParameters}. */
    default Set<String> parameters() {
        Set<String> taken = new TreeSet<>(spanRule().parameters());
        taken.add("website_id");
        taken.add("refresh");
        if (hasMoney()) {
            taken.add("currency");
        }
        return taken;
    }
}
