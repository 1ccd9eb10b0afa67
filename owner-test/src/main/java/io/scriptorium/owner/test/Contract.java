package io.scriptorium.owner.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.scriptorium.platform.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A contract of the service whose tests run, as it is in {@code contracts/} of its module. */
public record Contract(String aggregate) {
    private static final Path FOLDER = Path.of("contracts");
    private static final ObjectMapper JSON =
            StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));

    /** All that the service publishes. */
    public static Stream<Contract> all() {
        String ending = ".v1.schema.json";
        return Arrays.stream(FOLDER.toFile().list((folder, name) -> name.endsWith(ending)))
                .sorted()
                .map(name -> new Contract(name.substring(0, name.length() - ending.length())));
    }

    public String sample() {
        return read(aggregate + ".v1.sample.json");
    }

    public void fits(Object state) throws IOException {
        fits(JSON.writeValueAsString(state));
    }

    public void fits(String state) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(aggregate + ".v1.schema.json"), InputFormat.JSON);
        assertThat(schema.validate(
                        state,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(state)
                .isEmpty();
        // The schema lets consumers meet new fields; here every field must be one that the schema describes.
        List<String> described = new ArrayList<>();
        JSON.readTree(read(aggregate + ".v1.schema.json"))
                .get("properties")
                .fieldNames()
                .forEachRemaining(described::add);
        JSON.readTree(state)
                .fieldNames()
                .forEachRemaining(field -> assertThat(described).contains(field));
    }

    /** Whatever consumers of the last release rely on is still so: fields, their types, that they are there. */
    public List<String> breaksSinceRelease() throws IOException {
        return breaks(
                JSON.readTree(read("released/" + aggregate + ".v1.schema.json")),
                JSON.readTree(read(aggregate + ".v1.schema.json")));
    }

    public static List<String> breaks(JsonNode released, JsonNode now) {
        List<String> breaks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : released.get("properties").properties()) {
            JsonNode present = now.get("properties").get(field.getKey());
            if (present == null) {
                breaks.add(field.getKey() + " is gone");
            } else {
                for (String rule : List.of("type", "format", "enum", "pattern")) {
                    if (field.getValue().has(rule)
                            && !field.getValue().get(rule).equals(present.get(rule))) {
                        breaks.add(field.getKey() + " has another " + rule);
                    }
                }
            }
        }
        for (JsonNode required : released.get("required")) {
            if (!now.get("required").toString().contains(required.toString())) {
                breaks.add(required.asText() + " may be missing now");
            }
        }
        return breaks;
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
