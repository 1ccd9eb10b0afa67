package io.scriptorium.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates topics that are missing, compacted, before the first record would be lost to a broker's own defaults. */
final class TopicSetup {
    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    private final Supplier<Admin> admins;
    private final OutboxConfig.Topic config;
    private final Set<String> seen = new HashSet<>();

    TopicSetup(Supplier<Admin> admins, OutboxConfig.Topic config) {
        this.admins = admins;
        this.config = config;
    }

    /** @throws KafkaException if the brokers do not answer */
    void ensure(Collection<String> topics) throws InterruptedException {
        List<String> unseen = topics.stream()
                .filter(topic -> !seen.contains(topic))
                .distinct()
                .toList();
        if (unseen.isEmpty()) {
            return;
        }
        Admin admin = admins.get();
        try {
            Map<String, KafkaFuture<Void>> answers = new HashMap<>(
                    admin.createTopics(unseen.stream().map(this::topic).toList())
                            .values());
            for (Map.Entry<String, KafkaFuture<Void>> answer : answers.entrySet()) {
                await(answer.getKey(), answer.getValue());
                seen.add(answer.getKey());
            }
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Somebody may have deleted a topic while the brokers were away. */
    void forget() {
        seen.clear();
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(config.partitions()), replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        Long.toString(config.tombstoneRetention().toMillis())));
    }

    private Optional<Short> replicationFactor() {
        return config.replicationFactor() < 0 ? Optional.empty() : Optional.of(config.replicationFactor());
    }

    private static void await(String topic, KafkaFuture<Void> answer) throws InterruptedException {
        try {
            answer.get();
            LOG.infof("Created the topic %s, compacted", topic);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TopicExistsException) {
                return;
            }
            if (cause instanceof InvalidTopicException) {
                // Sending says the same of each row, and parks it.
                return;
            }
            if (cause instanceof AuthorizationException || cause instanceof PolicyViolationException) {
                LOG.warnf("The topic %s may not be created from here; it must exist: %s", topic, cause.getMessage());
                return;
            }
            throw cause instanceof KafkaException known ? known : new KafkaException(cause);
        }
    }
}
