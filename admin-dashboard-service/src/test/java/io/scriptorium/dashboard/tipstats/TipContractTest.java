package io.scriptorium.dashboard.tipstats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.platform.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This service reads what payments-service publishes, by that service's own sample. */
class TipContractTest {
    private static final Path SAMPLE = Path.of("../payments-service/contracts/tip.v1.sample.json");
    private static final ObjectMapper JSON =
            StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));

    private final TipProjection projection = new TipProjection(null);

    @Test
    void readsTheSampleOfATip() throws Exception {
        assertThat(row(sample())).isEqualTo(JSON.readTree("""
                {"id": "0199f1a2-0000-7000-8000-000000000101", "website_id": "0199f1a2-0000-7000-8000-000000000001",
                 "day": "2026-01-31", "currency": "USD", "status": "completed", "type": "order", "level": "Advanced",
                 "writer_id": "0199f1a2-0000-7000-8000-000000000002",
                 "client_id": "0199f1a2-0000-7000-8000-000000000003", "amount": 25.00, "earning": 15.00,
                 "profit": 10.00, "percentage": 60.00, "refunded": 5.00, "earning_refunded": 3.00, "revision": 7,
                 "deleted": false}
                """));
    }

    @Test
    void passesOverFieldsThatAreAddedLaterAndTakesATipToAWriterWithoutALevel() throws Exception {
        assertThat(row(sample().replaceFirst("\\{", "{\"colour\": {\"red\": 1},")))
                .isEqualTo(row(sample()));
        assertThat(row(sample().replace("\"Advanced\"", "null")).get("level").asText())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"USD\"|null|currency",
                "\"completed\"|null|payment_status",
                "\"order\"|null|type",
                "\"2026-01-31T12:00:00Z\"|null|created_at",
                "25.00|25.001|amount",
                "60.00|101|writer_percentage",
                "\"refunded_amount\": 5.00|\"refunded_amount\": null|refunded_amount",
                "\"0199f1a2-0000-7000-8000-000000000002\"|null|writer_id"
            })
    void refusesWhatCannotBeCounted(String part, String other, String named) {
        assertThatThrownBy(() -> row(sample().replace(part, other)))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining(named);
    }

    private JsonNode row(String value) throws Exception {
        UUID id = UUID.fromString(JSON.readTree(sample()).get("id").asText());
        return JSON.readTree(JSON.writeValueAsString(
                projection.row(new ChangeRecord(projection.topic(), id, "payments.tip.changed", 7, value.getBytes()))));
    }

    private static String sample() throws Exception {
        return Files.readString(SAMPLE);
    }
}
