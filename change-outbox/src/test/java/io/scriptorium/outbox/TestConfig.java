package io.scriptorium.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The defaults, but with shorter waits for what is gone. */
record TestConfig(Map<String, String> kafka) implements OutboxConfig {
    @Override
    public String source() {
        return "/parcel-service";
    }

    @Override
    public Optional<List<String>> topics() {
        return Optional.of(List.of("parcel.made-at-start.changes"));
    }

    @Override
    public OutboxConfig.Relay relay() {
        return new RelaySettings();
    }

    @Override
    public OutboxConfig.Topic topic() {
        return new TopicSettings();
    }

    @Override
    public Map<String, Map<String, String>> topicSettings() {
        return Map.of();
    }

    private record RelaySettings() implements OutboxConfig.Relay {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(200);
        }

        @Override
        public int batchSize() {
            return 500;
        }

        @Override
        public Duration sendTimeout() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration backOffMin() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration backOffMax() {
            return Duration.ofMillis(500);
        }
    }

    private record TopicSettings() implements OutboxConfig.Topic {
        @Override
        public int partitions() {
            return 3;
        }

        @Override
        public short replicationFactor() {
            return -1;
        }

        @Override
        public Duration tombstoneRetention() {
            return Duration.ofDays(30);
        }
    }
}
