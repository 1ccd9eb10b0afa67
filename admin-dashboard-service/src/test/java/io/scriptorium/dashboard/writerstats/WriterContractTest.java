package io.scriptorium.dashboard.writerstats;

import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.dashboard.ProducerSample;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import org.junit.jupiter.api.Test;

/** This service reads what writer-service publishes of writers, by that service's own sample. */
class WriterContractTest {
    private static final ProducerSample SAMPLE = sample("writer-service", "writer");

    private final WriterProjection projection = new WriterProjection(null);

    @Test
    void readsTheSample() throws Exception {
        JsonNode row = SAMPLE.row(projection);
        assertThat(row.get("website_id")).isEqualTo(SAMPLE.state().get("website_id"));
        assertThat(row.get("writer_id").toString()).isEqualTo("\"0199f1a2-0000-7000-8000-000000000002\"");
        assertThat(row.get("registration_id").toString()).isEqualTo("\"W-10423\"");
        assertThat(row.get("pen_name").toString()).isEqualTo("\"A. Lovelace\"");
        assertThat(row.get("status").toString()).isEqualTo("\"active\"");
        assertThat(row.get("level").toString()).isEqualTo("\"Advanced\"");
        assertThat(row.get("available").toString()).isEqualTo("true");
        assertThat(row.get("rating").toString()).isEqualTo("4.75");
        assertThat(row.get("reviews").toString()).isEqualTo("12");
        assertThat(row.get("completed_orders").toString()).isEqualTo("31");
        assertThat(row.get("active_orders").toString()).isEqualTo("2");
        assertThat(row.get("earnings").toString()).isEqualTo("5120.50");
        assertThat(row.get("created_day").toString()).isEqualTo("\"2026-01-31\"");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(SAMPLE.with(state -> state.putObject("colour").put("red", 1)).row(projection))
                .isEqualTo(SAMPLE.row(projection));
    }

    @Test
    void refusesWhatTheDatabaseWould() {
        assertThatThrownBy(() -> SAMPLE.with(state -> state.put("rating", 6)).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("rating");
        assertThatThrownBy(() ->
                        SAMPLE.with(state -> state.put("completed_orders", -1)).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("completed_orders");
        assertThatThrownBy(
                        () -> SAMPLE.with(state -> state.putNull("writer_id")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("writer_id");
    }

    @Test
    void takesAWriterWithoutALevel() throws Exception {
        assertThat(SAMPLE.with(state -> state.putNull("level"))
                        .row(projection)
                        .get("level")
                        .isNull())
                .isTrue();
    }
}
