package io.scriptorium.dashboard.reminderstats;

import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.dashboard.ProducerSample;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import org.junit.jupiter.api.Test;

/** This service reads what payments-service publishes of reminders, by that service's own sample. */
class ReminderContractTest {
    private static final ProducerSample SAMPLE = sample("payments-service", "reminder");

    private final ReminderProjection projection = new ReminderProjection(null);

    @Test
    void readsTheSample() throws Exception {
        JsonNode row = SAMPLE.row(projection);
        assertThat(row.get("website_id")).isEqualTo(SAMPLE.state().get("website_id"));
        assertThat(row.get("config_id").toString()).isEqualTo("\"0199f1a2-0000-7000-8000-000000000311\"");
        assertThat(row.get("kind").toString()).isEqualTo("\"reminder\"");
        assertThat(row.get("status").toString()).isEqualTo("\"sent\"");
        assertThat(row.get("outcome").toString()).isEqualTo("\"paid\"");
        assertThat(row.get("by_email").toString()).isEqualTo("true");
        assertThat(row.get("by_notification").toString()).isEqualTo("true");
        assertThat(row.get("sent_day").toString()).isEqualTo("\"2026-01-31\"");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(SAMPLE.with(state -> state.putObject("colour").put("red", 1)).row(projection))
                .isEqualTo(SAMPLE.row(projection));
    }

    @Test
    void refusesWhatTheDatabaseWould() {
        assertThatThrownBy(() -> SAMPLE.with(state -> state.putNull("sent_at")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("sent_at");
        assertThatThrownBy(() -> SAMPLE.with(state -> state.putNull("by_email")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("by_email");
        assertThatThrownBy(() -> SAMPLE.with(state -> state.put("outcome", "")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("outcome");
    }
}
