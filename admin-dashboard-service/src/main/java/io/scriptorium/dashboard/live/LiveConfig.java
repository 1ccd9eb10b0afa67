package io.scriptorium.dashboard.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code dashboard.live.*}. */
@ConfigMapping(prefix = "dashboard.live")
interface LiveConfig {
    /** How many streams a replica holds at once; more are answered 503. */
    @WithDefault("1000")
    int maxStreams();

    /** After this much silence a stream says how far behind the numbers are, so that no proxy takes it for dead. */
    @WithDefault("5s")
    Duration heartbeat();

    /** After this a stream ends, and its client asks anew: so that streams spread over new replicas. */
    @WithDefault("1h")
    Duration maxDuration();
}
