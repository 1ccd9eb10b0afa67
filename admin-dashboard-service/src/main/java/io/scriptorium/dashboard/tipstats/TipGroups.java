package io.scriptorium.dashboard.tipstats;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups of tips in the order in which they are shown. */
final class TipGroups {
    private TipGroups() {}

    /** Those of most tips first. */
    static <V> List<V> byName(List<TipSums> groups, Function<TipSums, V> view) {
        return groups.stream()
                .sorted(Comparator.comparingLong(TipSums::tips).reversed().thenComparing(TipSums::name))
                .map(view)
                .toList();
    }

    /** One for each start, in that order; without tips where there were none. */
    static <V> List<V> byStart(Stream<LocalDate> starts, List<TipSums> groups, View<V> view) {
        Map<LocalDate, TipSums> found = groups.stream().collect(Collectors.toMap(TipSums::start, Function.identity()));
        return starts.distinct()
                .map(start -> view.of(start, found.getOrDefault(start, TipSums.NONE)))
                .toList();
    }

    interface View<V> {
        V of(LocalDate start, TipSums sums);
    }
}
