package io.scriptorium.owner.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RELEASED = """
            {"properties": {"id": {"type": "string", "format": "uuid"}, "role": {"enum": ["a", "b"]}}, "required": ["id"]}
            """;

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

    private static List<String> breaks(String changed) throws IOException {
        return Contract.breaks(JSON.readTree(RELEASED), JSON.readTree(changed));
    }
}
