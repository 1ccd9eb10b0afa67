package io.scriptorium.dashboard.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.scriptorium.platform.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A change event whose envelope has been understood: CloudEvents in Kafka's binary mode.
 *
 * @param key the aggregate's id
 * @param revision grows with every change of the aggregate
 * @param value the aggregate's whole public state as JSON; null when it was deleted
 */
public record ChangeRecord(String topic, UUID key, String type, long revision, byte[] value) {
    static final String TYPE = "ce_type";
    static final String REVISION = "ce_revision";

    /** Producers add fields within v1, so what is unknown is passed over. */
    private static final ObjectMapper JSON = StrictJson.configure(
                    new ObjectMapper().registerModule(new JavaTimeModule()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @throws UnreadableChange when a part of the envelope is missing or is not what it should be */
    static ChangeRecord of(ConsumerRecord<String, byte[]> record) throws UnreadableChange {
        return new ChangeRecord(record.topic(), key(record), required(record, TYPE), revision(record), record.value());
    }

    public boolean deleted() {
        return value == null;
    }

    /** @throws UnreadableChange when the value is not JSON of that shape */
    public <T> T state(Class<T> shape) throws UnreadableChange {
        try {
            T state = JSON.readValue(value, shape);
            if (state == null) {
                throw new UnreadableChange("the value is the JSON null; a deletion has no value at all");
            }
            return state;
        } catch (JsonProcessingException unreadable) {
            // Without the excerpt that the whole message has: a log is no place for a payload.
            throw new UnreadableChange(
                    "the value is no " + shape.getSimpleName() + ": " + unreadable.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private static UUID key(ConsumerRecord<String, byte[]> record) throws UnreadableChange {
        try {
            return UUID.fromString(String.valueOf(record.key()));
        } catch (IllegalArgumentException nonsense) {
            throw new UnreadableChange("the key is not a UUID");
        }
    }

    private static long revision(ConsumerRecord<String, byte[]> record) throws UnreadableChange {
        String revision = required(record, REVISION);
        try {
            return Long.parseLong(revision);
        } catch (NumberFormatException nonsense) {
            throw new UnreadableChange("the header " + REVISION + " is not a whole number");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) throws UnreadableChange {
        String value = header(record, name);
        if (value == null) {
            throw new UnreadableChange("the header " + name + " is missing");
        }
        return value;
    }

    /** Null when the record has no such header. */
    static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
