package io.scriptorium.dashboard.query;

import java.util.List;

/**
 * Whose amounts a statement added up.
 *
 * @param chosen the one that was asked for, or that of most records; null when nothing was asked for and none is there
 * @param all those that there are; null for none
 */
public record Currencies(String chosen, List<String> all) {
    public List<String> others() {
        return all == null
                ? List.of()
                : all.stream()
                        .filter(currency -> !currency.equals(chosen))
                        .sorted()
                        .toList();
    }
}
