package io.scriptorium.dashboard.cache;

import java.util.Set;

/** What only the cache may say, for tests of those who hear it. */
public final class Stales {
    private Stales() {}

    public static Stale of(String dashboard, String... scopes) {
        return Stale.of(dashboard, Set.of(scopes));
    }

    public static Stale everything() {
        return Stale.EVERYTHING;
    }
}
