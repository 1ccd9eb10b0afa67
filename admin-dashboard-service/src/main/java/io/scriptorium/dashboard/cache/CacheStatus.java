package io.scriptorium.dashboard.cache;

import java.time.Duration;

/**
 * How an answer came about.
 *
 * @param result for metrics: hit, miss, collapsed, refresh or bypass
 * @param header the value of {@code Cache-Status} (RFC 9211)
 */
record CacheStatus(String result, String header) {
    private static final String MISS = "dashboard; fwd=miss";

    static CacheStatus hit(Duration ttl) {
        return new CacheStatus("hit", "dashboard; hit; ttl=" + ttl.toSeconds());
    }

    static CacheStatus missAndStored() {
        return new CacheStatus("miss", MISS + "; stored");
    }

    /** @param why one word */
    static CacheStatus missNotStored(String why) {
        return new CacheStatus("miss", MISS + "; detail=" + why);
    }

    static CacheStatus joinedMiss() {
        return new CacheStatus("collapsed", MISS + "; collapsed");
    }

    static CacheStatus refresh() {
        return new CacheStatus("refresh", "dashboard; fwd=request");
    }

    /** @param why one word */
    static CacheStatus bypass(String why) {
        return new CacheStatus("bypass", "dashboard; fwd=bypass; detail=" + why);
    }

    static CacheStatus joinedBypass(String why) {
        return new CacheStatus("collapsed", "dashboard; fwd=bypass; collapsed; detail=" + why);
    }
}
