package io.scriptorium.owner.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.scriptorium.platform.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Another service's change event whose envelope has been understood: CloudEvents in Kafka's binary mode.
 *
 * @param key the aggregate's id
 * @param revision grows with every change of the aggregate
 * @param value the aggregate's whole public state as JSON; null when it was deleted
 */
public record ReceivedChange(String topic, UUID key, String type, long revision, byte[] value) {
    static final String TYPE_HEADER = "ce_type";
    static final String REVISION_HEADER = "ce_revision";

    /** Producers add fields within v1, so what is unknown is passed over. */
    private static final ObjectMapper JSON = StrictJson.configure(
                    new ObjectMapper().registerModule(new JavaTimeModule()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Owner(UUID websiteId) {}

    /** @throws UnreadableChange when a part of the envelope is missing or is not what it should be */
    static ReceivedChange of(ConsumerRecord<String, byte[]> record) {
        return new ReceivedChange(
                record.topic(), key(record), required(record, TYPE_HEADER), revision(record), record.value());
    }

    public boolean deleted() {
        return value == null;
    }

    /** @throws UnreadableChange when the value is not JSON of that shape */
    public <T> T state(Class<T> shape) {
        UnreadableChange.unless(value != null, "it is a deletion, which has no state");
        try {
            T state = JSON.readValue(value, shape);
            UnreadableChange.unless(state != null, "the value is the JSON null; a deletion has no value at all");
            return state;
        } catch (JsonMappingException mismatch) {
            throw new UnreadableChange("the value is no " + shape.getSimpleName() + complaint(mismatch));
        } catch (JsonProcessingException nonsense) {
            throw new UnreadableChange("the value is no JSON");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    /** The state's {@code website_id}; empty for a deletion, and for an aggregate that belongs to no website. */
    public Optional<UUID> websiteId() {
        return deleted()
                ? Optional.empty()
                : Optional.ofNullable(state(Owner.class).websiteId());
    }

    /** Where, and what should stand there. Jackson's own message quotes the payload, for which a log is no place. */
    private static String complaint(JsonMappingException mismatch) {
        String where = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String what = mismatch instanceof MismatchedInputException wrong && wrong.getTargetType() != null
                ? " is no " + wrong.getTargetType().getSimpleName()
                : " cannot be read";
        return where.isEmpty() ? "" : ": " + where + what;
    }

    private static UUID key(ConsumerRecord<String, byte[]> record) {
        try {
            return UUID.fromString(String.valueOf(record.key()));
        } catch (IllegalArgumentException nonsense) {
            throw new UnreadableChange("the key is not a UUID");
        }
    }

    private static long revision(ConsumerRecord<String, byte[]> record) {
        try {
            return Long.parseLong(required(record, REVISION_HEADER));
        } catch (NumberFormatException nonsense) {
            throw new UnreadableChange("the header " + REVISION_HEADER + " is not a whole number");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        UnreadableChange.unless(value != null, "the header " + name + " is missing");
        return value;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
