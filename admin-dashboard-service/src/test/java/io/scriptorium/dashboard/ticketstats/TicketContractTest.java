package io.scriptorium.dashboard.ticketstats;

import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.dashboard.ProducerSample;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import org.junit.jupiter.api.Test;

/** This service reads what writer-service publishes of tickets, by that service's own sample. */
class TicketContractTest {
    private static final ProducerSample SAMPLE = sample("writer-service", "ticket");

    private final TicketProjection projection = new TicketProjection(null);

    @Test
    void readsTheSample() throws Exception {
        JsonNode row = SAMPLE.row(projection);
        assertThat(row.get("website_id")).isEqualTo(SAMPLE.state().get("website_id"));
        assertThat(row.get("status").toString()).isEqualTo("\"resolved\"");
        assertThat(row.get("category").toString()).isEqualTo("\"payment_issue\"");
        assertThat(row.get("priority").toString()).isEqualTo("\"high\"");
        assertThat(row.get("assigned_to").toString()).isEqualTo("\"0199f1a2-0000-7000-8000-000000000004\"");
        assertThat(row.get("created_day").toString()).isEqualTo("\"2026-01-31\"");
        assertThat(row.get("resolved_day").toString()).isEqualTo("\"2026-02-02\"");
        assertThat(row.get("closed_day").toString()).isEqualTo("null");
        assertThat(row.get("bucket").toString()).isEqualTo("9");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(SAMPLE.with(state -> state.putObject("colour").put("red", 1)).row(projection))
                .isEqualTo(SAMPLE.row(projection));
    }

    @Test
    void refusesWhatTheDatabaseWould() {
        assertThatThrownBy(() -> SAMPLE.with(state -> state.putNull("category")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("category");
        assertThatThrownBy(() ->
                        SAMPLE.with(state -> state.put("priority", "High")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("priority");
    }
}
