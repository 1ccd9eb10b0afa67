package io.scriptorium.dashboard.userstats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** This service reads what writer-service publishes, by that service's own sample. */
class WriterServiceContractTest {
    private static final Path SAMPLE = Path.of("../writer-service/contracts/account.v1.sample.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AccountProjection projection = new AccountProjection(null);

    @Test
    void readsTheSampleOfAnAccount() throws Exception {
        JsonNode row = row(Files.readString(SAMPLE));
        assertThat(row.get("websiteId").asText())
                .isEqualTo(sample().get("website_id").asText());
        assertThat(row.get("role").asText()).isEqualTo("writer");
        assertThat(row.get("day").toString()).isEqualTo("\"2026-01-31\"");
    }

    @Test
    void passesOverFieldsThatAreAddedLater() throws Exception {
        String later = Files.readString(SAMPLE).replaceFirst("\\{", "{\"colour\": {\"red\": 1},");
        assertThat(row(later)).isEqualTo(row(Files.readString(SAMPLE)));
    }

    private JsonNode row(String value) throws Exception {
        ChangeRecord change = new ChangeRecord(
                projection.topic(),
                UUID.fromString(sample().get("id").asText()),
                "writers.account.changed",
                7,
                value.getBytes());
        return JSON.findAndRegisterModules()
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .valueToTree(projection.row(change));
    }

    private static JsonNode sample() throws Exception {
        return JSON.readTree(Files.readString(SAMPLE));
    }
}
