package io.scriptorium.dashboard.cache;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an invalidation made old: a dashboard in some scopes, or everything.
 *
 * @param dashboard null for everything
 * @param scopes as {@code StatsScope.cacheKey()} has them: websites' ids, and {@code all} for the view of all
 */
public record Stale(String dashboard, Set<String> scopes) {
    static final Stale EVERYTHING = new Stale(null, Set.of());

    private static final String EVERYTHING_MESSAGE = "*";

    static Stale of(String dashboard, Set<String> scopes) {
        return new Stale(dashboard, Set.copyOf(scopes));
    }

    public boolean isEverything() {
        return dashboard == null;
    }

    /** As replicas tell each other: {@code tips 0199…,all}, or a star. */
    String toMessage() {
        return isEverything() ? EVERYTHING_MESSAGE : dashboard + " " + String.join(",", scopes);
    }

    /** Empty for what is no such message: another version of this service may say more. */
    static Optional<Stale> ofMessage(String message) {
        if (message.equals(EVERYTHING_MESSAGE)) {
            return Optional.of(EVERYTHING);
        }
        String[] parts = message.split(" ", 2);
        return parts.length == 2
                ? Optional.of(
                        new Stale(parts[0], Arrays.stream(parts[1].split(",")).collect(Collectors.toUnmodifiableSet())))
                : Optional.empty();
    }
}
