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
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Creates topics that are missing, compacted, before the first record would be lost to a broker's own defaults; and gives
 * those that are there the settings that are wanted of them by name.
 */
final class TopicSetup {
    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    private final Supplier<Admin> admins;
    private final OutboxConfig.Topic config;
    private final Map<String, Map<String, String>> settings;
    private final Set<String> seen = new HashSet<>();

    /** @param settings of topics by their names, over what {@code config} says of all of them */
    TopicSetup(Supplier<Admin> admins, OutboxConfig.Topic config, Map<String, Map<String, String>> settings) {
        this.admins = admins;
        this.config = config;
        this.settings = settings;
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
                if (wasThere(answer.getKey(), answer.getValue())) {
                    setUp(answer.getKey(), admin);
                }
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
        Map<String, String> wanted = new HashMap<>(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(config.tombstoneRetention().toMillis())));
        wanted.putAll(settings.getOrDefault(name, Map.of()));
        return new NewTopic(name, Optional.of(config.partitions()), replicationFactor()).configs(wanted);
    }

    private Optional<Short> replicationFactor() {
        return config.replicationFactor() < 0 ? Optional.empty() : Optional.of(config.replicationFactor());
    }

    /** Whether it was there before, rather than made just now or not to be made from here. */
    private static boolean wasThere(String topic, KafkaFuture<Void> answer) throws InterruptedException {
        try {
            answer.get();
            LOG.infof("Created the topic %s, compacted", topic);
            return false;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TopicExistsException) {
                return true;
            }
            if (cause instanceof InvalidTopicException) {
                // Sending says the same of each row, and parks it.
                return false;
            }
            if (isRefusal(cause)) {
                LOG.warnf("The topic %s may not be created from here; it must exist: %s", topic, cause.getMessage());
                // Brokers say so also of one that exists.
                return true;
            }
            throw failure(cause);
        }
    }

    /** Changes what differs from what is wanted of it by name, and nothing else of it. */
    private void setUp(String topic, Admin admin) throws InterruptedException {
        Map<String, String> wanted = settings.getOrDefault(topic, Map.of());
        if (wanted.isEmpty()) {
            return;
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config present =
                    admin.describeConfigs(List.of(resource)).all().get().get(resource);
            List<AlterConfigOp> differences = wanted.entrySet().stream()
                    .filter(each -> !each.getValue().equals(valueOf(present.get(each.getKey()))))
                    .map(each -> new AlterConfigOp(
                            new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            if (!differences.isEmpty()) {
                admin.incrementalAlterConfigs(Map.of(resource, differences))
                        .all()
                        .get();
                LOG.infof("Set %s of the topic %s", wanted, topic);
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (!isRefusal(cause) && !(cause instanceof UnknownTopicOrPartitionException)) {
                throw failure(cause);
            }
            LOG.warnf(
                    "The topic %s may not be set up from here; it must have %s: %s", topic, wanted, cause.getMessage());
        }
    }

    private static String valueOf(ConfigEntry entry) {
        return entry == null ? null : entry.value();
    }

    /** Others look after topics here, and the relay can do its work all the same. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof AuthorizationException || cause instanceof PolicyViolationException;
    }

    private static KafkaException failure(Throwable cause) {
        return cause instanceof KafkaException known ? known : new KafkaException(cause);
    }
}
