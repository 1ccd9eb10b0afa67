package io.scriptorium.dashboard.specialorderstats;

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

/** This service reads what special-orders-service publishes, by that service's own sample. */
class SpecialOrdersContractTest {
    private static final Path SAMPLE = Path.of("../special-orders-service/contracts/order.v1.sample.json");
    private static final ObjectMapper JSON =
            StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));

    private final OrderProjection projection = new OrderProjection(null);

    @Test
    void readsTheSampleOfAnOrder() throws Exception {
        assertThat(row(sample())).isEqualTo(JSON.readTree("""
                {"id": "0199f1a2-0000-7000-8000-000000000201", "website_id": "0199f1a2-0000-7000-8000-000000000001",
                 "day": "2026-01-14", "currency": "USD", "status": "completed", "order_type": "predefined",
                 "predefined_type": "Thesis chapter", "approved": true, "value": 400.00,
                 "completion_seconds": 966000, "installments": [
                   {"due_day": "2026-01-16", "amount": 100.00, "paid": true},
                   {"due_day": "2026-01-25", "amount": 300.00, "paid": false}],
                 "revision": 7, "deleted": false}
                """));
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(row(sample().replaceFirst("\\{", "{\"colour\": {\"red\": 1},")))
                .isEqualTo(row(sample()));
    }

    @Test
    void countsNoVoidInstallmentNorAnUnpaidOneOfACancelledOrder() throws Exception {
        assertThat(row(sample().replace("\"unpaid\"", "\"void\"")).get("installments"))
                .hasSize(1);
        JsonNode cancelled = row(sample().replace("\"completed\"", "\"cancelled\""));
        assertThat(cancelled.get("installments")).hasSize(1);
        assertThat(cancelled.get("completion_seconds").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"USD\"|\"usd\"|currency",
                "\"predefined\"|\"haggled\"|order_type",
                "\"unpaid\"|\"lost\"|status",
                "\"completed\"|\"\"|status",
                "\"2026-01-14T12:00:00Z\"|\"0014-01-14T12:00:00Z\"|created_at",
                "\"is_approved\": true|\"is_approved\": null|is_approved",
                "\"amount\": 300.00|\"amount\": 300.001|amount",
                "\"amount\": 300.00|\"amount\": -1|amount",
                "\"admin_approved_cost\": 400.00|\"admin_approved_cost\": 1e300|cost"
            })
    void refusesWhatCannotBeCounted(String part, String other, String named) {
        assertThatThrownBy(() -> row(sample().replace(part, other)))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining(named);
    }

    private JsonNode row(String value) throws Exception {
        UUID id = UUID.fromString(JSON.readTree(sample()).get("id").asText());
        return JSON.readTree(JSON.writeValueAsString(projection.row(
                new ChangeRecord(projection.topic(), id, "special-orders.order.changed", 7, value.getBytes()))));
    }

    private static String sample() throws Exception {
        return Files.readString(SAMPLE);
    }
}
