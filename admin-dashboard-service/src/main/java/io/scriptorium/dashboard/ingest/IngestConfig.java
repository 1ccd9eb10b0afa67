package io.scriptorium.dashboard.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code dashboard.ingest.*}. */
@ConfigMapping(prefix = "dashboard.ingest")
interface IngestConfig {
    /** The consumer group of all replicas, in which each has some of the partitions. */
    @WithDefault("admin-dashboard-service")
    String group();

    /** How many partitions a replica reads side by side, each with a connection to the database. */
    @WithDefault("2")
    int threads();

    /** How many records become one transaction at most: those that are there, none is waited for. */
    @WithDefault("2000")
    int batch();
}
