package io.scriptorium.dashboard.paymentstats;

import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.dashboard.ProducerSample;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** This service reads what payments-service publishes of payments, by that service's own sample. */
class PaymentContractTest {
    private static final ProducerSample SAMPLE = sample("payments-service", "payment");

    private final PaymentProjection projection = new PaymentProjection(null);

    @Test
    void readsTheSample() throws Exception {
        JsonNode row = SAMPLE.row(projection);
        assertThat(row.get("website_id")).isEqualTo(SAMPLE.state().get("website_id"));
        assertThat(row.get("kind").toString()).isEqualTo("\"installment\"");
        assertThat(row.get("status").toString()).isEqualTo("\"partially_refunded\"");
        assertThat(row.get("currency").toString()).isEqualTo("\"USD\"");
        assertThat(row.get("amount").toString()).isEqualTo("100.00");
        assertThat(row.get("created_day").toString()).isEqualTo("\"2026-01-31\"");
        assertThat(row.get("paid_day").toString()).isEqualTo("\"2026-01-31\"");
        assertThat(row.get("refund_days").toString()).isEqualTo("[\"2026-02-02\"]");
        assertThat(row.get("refund_amounts").toString()).isEqualTo("[25.00]");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(SAMPLE.with(state -> state.putObject("colour").put("red", 1)).row(projection))
                .isEqualTo(SAMPLE.row(projection));
    }

    @Test
    void refusesWhatTheDatabaseWould() {
        assertThatThrownBy(() -> SAMPLE.with(state -> state.put("amount", -1)).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("amount");
        assertThatThrownBy(() -> SAMPLE.with(state -> state.put("amount", new BigDecimal("0.001")))
                        .row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("amount");
        assertThatThrownBy(() ->
                        SAMPLE.with(state -> state.put("currency", "dollars")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("currency");
        assertThatThrownBy(
                        () -> SAMPLE.with(state -> state.put("status", "Paid!")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("status");
        assertThatThrownBy(() -> SAMPLE.with(state -> state.putNull("refunds")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("refunds");
        assertThatThrownBy(() -> SAMPLE.with(state -> state.put("created_at", "1066-10-14T09:00:00Z"))
                        .row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("created_at");
    }
}
