package io.scriptorium.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of the relay's Kafka clients: the service's own, the outbox's, and over all what safety rests on. */
final class KafkaSettings {
    /** How long a send may wait for the cluster's metadata or for room in its buffer. */
    private static final int MAX_BLOCK_MS = 5_000;

    /** Small: a topic that allows less than this per batch is served slowly (see {@link KafkaSender}). */
    private static final int BATCH_BYTES = 16 * 1024;

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int MAX_BACK_OFF_MS = 1_000;

    private KafkaSettings() {}

    static Map<String, Object> producer(Map<String, Object> service, Map<String, String> outbox) {
        Map<String, Object> settings = new HashMap<>(service);
        // Without waiting: what comes while a request is under way travels together in the next one.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_BACK_OFF_MS);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, MAX_BACK_OFF_MS);
        settings.putAll(outbox);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // The relay has a limit of its own; within it, a producer that goes on retrying makes no duplicate.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        return settings;
    }

    static Map<String, Object> admin(Map<String, Object> service, Map<String, String> outbox) {
        Map<String, Object> settings = new HashMap<>(service);
        outbox.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MAX_BLOCK_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MAX_BLOCK_MS);
        return settings;
    }
}
