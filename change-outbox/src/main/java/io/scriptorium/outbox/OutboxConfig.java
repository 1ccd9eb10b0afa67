package io.scriptorium.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the brokers are, and how to sign in there, is said by the service's own {@code kafka.*} settings. */
@ConfigMapping(prefix = "change-outbox")
public interface OutboxConfig {
    /** {@code ce_source} of every event: who publishes, as a URI reference such as {@code /payments-service}. */
    String source();

    /**
     * The topics that are made, if missing, when the service starts rather than when the first change goes there: so that
     * consumers are there before it. Only the order of things; any topic may be published to.
     */
    Optional<List<String>> topics();

    Relay relay();

    Topic topic();

    /**
     * What single topics are to have over {@link #topic()}, by the topic's name and Kafka's names of its settings, such as
     * {@code "max.compaction.lag.ms"}. Also a topic that exists is given them, before the first change goes there.
     */
    Map<String, Map<String, String>> topicSettings();

    /** Further settings of the Kafka producer by their own names, such as {@code "max.request.size"}. */
    Map<String, String> kafka();

    interface Relay {
        /** Whether this process relays. Appending works in any case. */
        @WithDefault("true")
        boolean enabled();

        /** How long a row can lie unseen whose process died, or whose wake-up was lost. */
        @WithDefault("PT0.2S")
        Duration pollInterval();

        /** How many rows are sent in one transaction at most. */
        @WithDefault("500")
        int batchSize();

        /** How long one batch waits for the broker before it is given up and sent again by a new producer. */
        @WithDefault("PT30S")
        Duration sendTimeout();

        /** The first pause after a failure; each further one is twice as long, less some jitter. */
        @WithDefault("PT0.1S")
        Duration backOffMin();

        @WithDefault("PT5S")
        Duration backOffMax();
    }

    /** What a topic that is missing is created with; one that exists keeps what it has of these. */
    interface Topic {
        /** More of them later would send a key elsewhere, and lose its order: choose for the years to come. */
        @WithDefault("3")
        int partitions();

        /** -1 leaves it to the broker's default. */
        @WithDefault("-1")
        short replicationFactor();

        /** How long a consumer may be away and still hear of a deletion. */
        @WithDefault("P30D")
        Duration tombstoneRetention();
    }
}
