package io.scriptorium.owner.test;

import io.scriptorium.local.test.LocalParts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The side of the services whose changes are read here. */
public final class Broker implements AutoCloseable {
    private static final int PARTITIONS = 3;
    private static Broker shared;

    private final Map<String, Object> settings;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Boolean> topics = new HashMap<>();

    public Broker(String bootstrapServers) {
        // One at a time: a partition that is just made may refuse a producer's first request and take its second, and
        // would then refuse the first for ever as out of order.
        settings = Map.of(
                "bootstrap.servers", bootstrapServers, "acks", "all", "max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** That of all tests which do not kill it. */
    public static synchronized Broker shared() {
        if (shared == null) {
            shared = new Broker(LocalParts.kafka().bootstrapServers());
        }
        return shared;
    }

    public void send(Event... events) throws Exception {
        send(List.of(events));
    }

    /** Returns when the broker has them. */
    public void send(Collection<Event> events) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Event event : events) {
            create(event.topic());
            sent.add(producer.send(event.toSend()));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void create(String topic) throws Exception {
        if (topics.put(topic, true) != null) {
            return;
        }
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
