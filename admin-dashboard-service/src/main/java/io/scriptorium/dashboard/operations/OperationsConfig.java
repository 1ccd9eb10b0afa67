package io.scriptorium.dashboard.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code dashboard.operations.*}. */
@ConfigMapping(prefix = "dashboard.operations")
interface OperationsConfig {
    /** The metrics of the services whose outboxes are shown: {@code payments-service=http://host:8092/q/metrics,…}. */
    Optional<List<String>> owners();

    /** How long each of them may take to answer. */
    @WithDefault("1s")
    Duration timeout();
}
