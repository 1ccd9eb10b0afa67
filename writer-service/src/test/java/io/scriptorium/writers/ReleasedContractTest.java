package io.scriptorium.writers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Within v1 only additions: {@code contracts/released} is what consumers have, copied there with each release. */
class ReleasedContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RELEASED = """
            {"properties": {"id": {"type": "string", "format": "uuid"}, "role": {"enum": ["a", "b"]}}, "required": ["id"]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"website", "account"})
    void breaksNothingThatConsumersRelyOn(String aggregate) throws IOException {
        assertThat(new Contract(aggregate).breaksSinceRelease()).isEmpty();
    }

    @Test
    void letsFieldsBeAdded() throws IOException {
        assertThat(breaks(
                        RELEASED.replace("\"properties\": {", "\"properties\": {\"colour\": {\"type\": \"string\"}, ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": {\"type\": \"string\" | \"id\": {\"type\": \"integer\"",
                "\"role\": | \"rank\":",
                "[\"a\", \"b\"] | [\"a\"]",
                "\"required\": [\"id\"] | \"required\": []"
            })
    void noticesABreak(String released, String changed) throws IOException {
        assertThat(RELEASED).contains(released);
        assertThat(breaks(RELEASED.replace(released, changed))).isNotEmpty();
    }

    private static java.util.List<String> breaks(String changed) throws IOException {
        JsonNode now = JSON.readTree(changed);
        return Contract.breaks(JSON.readTree(RELEASED), now);
    }
}
