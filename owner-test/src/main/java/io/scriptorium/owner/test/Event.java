package io.scriptorium.owner.test;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A change event of another service. */
public record Event(String topic, String key, String type, String revision, String value) {
    public static Event of(String topic, UUID key, String type, long revision, String value) {
        return new Event(topic, key.toString(), type, Long.toString(revision), value);
    }

    public Event withKey(String other) {
        return new Event(topic, other, type, revision, value);
    }

    public Event ofType(String other) {
        return new Event(topic, key, other, revision, value);
    }

    public Event ofRevision(String other) {
        return new Event(topic, key, type, other, value);
    }

    public Event withValue(String other) {
        return new Event(topic, key, type, revision, other);
    }

    ProducerRecord<String, byte[]> toSend() {
        return new ProducerRecord<>(topic, null, key, bytes(value), headers());
    }

    private Headers headers() {
        Headers headers = new RecordHeaders();
        if (type != null) {
            headers.add("ce_type", bytes(type));
        }
        if (revision != null) {
            headers.add("ce_revision", bytes(revision));
        }
        return headers;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
