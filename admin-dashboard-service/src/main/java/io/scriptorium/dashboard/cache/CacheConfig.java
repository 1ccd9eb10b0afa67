package io.scriptorium.dashboard.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code dashboard.cache.*}. */
@ConfigMapping(prefix = "dashboard.cache")
public interface CacheConfig {
    /** How long an entry lives at most: the last resort, should an invalidation ever be missed. */
    @WithDefault("300s")
    Duration ttl();

    /** What one round trip to Redis may take before the database answers instead. */
    @WithDefault("50ms")
    Duration timeout();

    /** How often an owed invalidation is tried again, and how soon a restart of Redis is noticed. */
    @WithDefault("250ms")
    Duration retryInterval();

    /** How long Redis is left alone for reads, once half of the last ten round trips failed. */
    @WithDefault("1s")
    Duration breakerDelay();

    /** Larger entries are not stored. An entry holds the body twice: plain and gzip. */
    @WithDefault("1048576")
    int maxEntryBytes();

    /** How long a request waits for the same query of another one before it is answered 503. */
    @WithDefault("10s")
    Duration waitLimit();

    /**
     * How long the view of all websites may go on showing what a change made old, so that a burst of changes on many
     * websites makes it old once. None unless set: each batch of changes does.
     */
    @WithDefault("0s")
    Duration allWebsitesPause();
}
