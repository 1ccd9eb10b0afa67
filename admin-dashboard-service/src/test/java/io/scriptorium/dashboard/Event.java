package io.scriptorium.dashboard;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A change event as its producer publishes it, with sensible defaults. */
public record Event(String topic, String key, String type, long revision, String value) {
    public static final String ACCOUNTS = "writers.account.changes";
    public static final String WEBSITES = "writers.website.changes";
    public static final String ORDERS = "special-orders.order.changes";
    public static final String TIPS = "payments.tip.changes";
    /** Everything that is read here. */
    public static Event account(UUID id, long revision, UUID website, String role, boolean suspended, Instant created) {
        String value =
                """
                {"id": "%s", "website_id": %s, "role": "%s", "suspended": %s, "created_at": "%s", "updated_at": "%s"}
                """.formatted(id, website == null ? "null" : "\"" + website + "\"", role, suspended, created, created);
        return new Event(ACCOUNTS, id.toString(), "writers.account.changed", revision, value);
    }

    public static Event accountDeleted(UUID id, long revision) {
        return new Event(ACCOUNTS, id.toString(), "writers.account.deleted", revision, null);
    }

    public static Event website(UUID id, long revision, String name) {
        String value = """
                {"id": "%s", "name": "%s", "domain": "essays.example", "currency": "USD", "time_zone": "UTC",
                 "active": true, "created_at": "2026-01-31T12:00:00Z", "updated_at": "2026-01-31T12:00:00Z"}
                """.formatted(id, name);
        return new Event(WEBSITES, id.toString(), "writers.website.changed", revision, value);
    }

    public static Event websiteDeleted(UUID id, long revision) {
        return new Event(WEBSITES, id.toString(), "writers.website.deleted", revision, null);
    }

    public Event ofType(String other) {
        return new Event(topic, key, other, revision, value);
    }

    public Event withValue(String other) {
        return new Event(topic, key, type, revision, other);
    }

    public Event withKey(String other) {
        return new Event(topic, other, type, revision, value);
    }

    public ProducerRecord<String, byte[]> toSend() {
        return new ProducerRecord<>(topic, null, key, bytes(), headers());
    }

    /** As if it had been read at that place. */
    public ConsumerRecord<String, byte[]> readAt(long offset) {
        return new ConsumerRecord<>(
                topic, 0, offset, 0L, TimestampType.CREATE_TIME, 0, 0, key, bytes(), headers(), Optional.empty());
    }

    private byte[] bytes() {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }

    private Headers headers() {
        Headers headers = new RecordHeaders();
        headers.add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        headers.add("ce_revision", Long.toString(revision).getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
