package io.scriptorium.outbox;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The record on the topic: CloudEvents 1.0 in Kafka's binary mode, so that the value is the plain state. */
final class EventFormat {
    private final String source;

    EventFormat(String source) {
        this.source = source;
    }

    ProducerRecord<String, byte[]> record(OutboxRow row) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(row.topic(), row.key(), row.value());
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", row.eventId().toString());
        header(event, "ce_source", source);
        header(event, "ce_type", row.type());
        header(event, "ce_subject", row.key());
        header(event, "ce_time", row.createdAt().truncatedTo(ChronoUnit.MICROS).toString());
        header(event, "ce_dataschema", row.dataschema());
        header(event, "ce_revision", Long.toString(row.id()));
        if (row.value() != null) {
            header(event, "content-type", "application/json");
        }
        if (row.traceparent() != null) {
            header(event, "traceparent", row.traceparent());
        }
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
