package io.scriptorium.dashboard.reminderstats;

import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.dashboard.ProducerSample;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import org.junit.jupiter.api.Test;

/** This service reads what payments-service publishes of reminder configurations, by that service's own sample. */
class ReminderConfigContractTest {
    private static final ProducerSample SAMPLE = sample("payments-service", "reminder-config");

    private final ReminderConfigProjection projection = new ReminderConfigProjection(null);

    @Test
    void readsTheSample() throws Exception {
        JsonNode row = SAMPLE.row(projection);
        assertThat(row.get("website_id")).isEqualTo(SAMPLE.state().get("website_id"));
        assertThat(row.get("name").toString()).isEqualTo("\"Halfway\"");
        assertThat(row.get("deadline_percentage").toString()).isEqualTo("50");
        assertThat(row.get("active").toString()).isEqualTo("true");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        assertThat(SAMPLE.with(state -> state.putObject("colour").put("red", 1)).row(projection))
                .isEqualTo(SAMPLE.row(projection));
    }

    @Test
    void refusesWhatTheDatabaseWould() {
        assertThatThrownBy(() -> SAMPLE.with(state -> state.put("name", "a\0b")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("name");
        assertThatThrownBy(
                        () -> SAMPLE.with(state -> state.putNull("is_active")).row(projection))
                .isInstanceOf(UnreadableChange.class)
                .hasMessageContaining("is_active");
    }
}
