package io.scriptorium.dashboard.writerstats;

import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.dashboard.ProducerSample;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import org.junit.jupiter.api.Test;

/** This service reads what writer-service publishes of requests for orders, by that service's own sample. */
class OrderRequestContractTest {
    private static final ProducerSample SAMPLE = sample("writer-service", "order-request");

    private final OrderRequestProjection projection = new OrderRequestProjection(null);

    @Test
    void readsTheSample() throws Exception {
        JsonNode row = SAMPLE.row(projection);
        assertThat(row.get("website_id")).isEqualTo(SAMPLE.state().get("website_id"));
        assertThat(row.get("status").toString()).isEqualTo("\"approved\"");
        assertThat(row.get("requested_day").toString()).isEqualTo("\"2026-01-31\"");
        assertThat(row.get("decided_day").toString()).isEqualTo("\"2026-02-02\"");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(SAMPLE.with(state -> state.putObject("colour").put("red", 1)).row(projection))
                .isEqualTo(SAMPLE.row(projection));
    }

    @Test
    void refusesWhatTheDatabaseWould() {
        assertThatThrownBy(() ->
                        SAMPLE.with(state -> state.putNull("requested_at")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("requested_at");
    }
}
