package io.scriptorium.owner.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private static final String DOCUMENT = """
            {
              "paths": {"/tips/{id}": {"patch": {
                "summary": "%s",
                "parameters": [{"name": "colour", "in": "query", "description": "%s"}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tip"}}}},
                "responses": {%s}
              }}},
              "components": {
                "schemas": {
                  "Tip": {"type": "object", "required": ["amount", "name"], "examples": [%s],
                          "properties": {"amount": {"$ref": "#/components/schemas/Money"}, "name": {"type": "string"}}},
                  "Money": {"type": "number", "minimum": 1},
                  "Problem": {"type": "object", "properties": {"status": {"type": "integer"}}}
                },
                "responses": {%s}
              }
            }
            """;
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 413, 415, 422, 428, 500, 503);

    private static final String BODY = "{\"amount\": 5, \"name\": \"a\"}";

    @Test
    void takesADescriptionThatHasEverything() throws IOException {
        description("Change a tip", "Its colour", STATUSES, BODY).lacksNothing();
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        assertLacks("a summary", description("", "Its colour", STATUSES, BODY));
        assertLacks("parameter colour", description("Change a tip", "", STATUSES, BODY));
        assertLacks("the problem 409", description("Change a tip", "Its colour", List.of(400, 401), BODY));
        assertLacks("an example of the body", description("Change a tip", "Its colour", STATUSES, ""));
        assertLacks("fits", description("Change a tip", "Its colour", STATUSES, "{\"amount\": 0, \"name\": \"a\"}"));
        assertLacks("fits", description("Change a tip", "Its colour", STATUSES, "{\"amount\": 5}"));
        assertLacks(
                "field size",
                description("Change a tip", "Its colour", STATUSES, "{\"amount\": 5, \"name\": \"a\", \"size\": 1}"));
    }

    @Test
    void takesThePartialExampleOfAMergePatch() throws IOException {
        read(text("Change a tip", "Its colour", STATUSES, "{\"amount\": 5}")
                        .replace("application/json", "application/merge-patch+json"))
                .lacksNothing();
    }

    private static void assertLacks(String what, ApiDescription description) {
        assertThatThrownBy(description::lacksNothing).hasMessageContaining(what);
    }

    private static ApiDescription description(String summary, String colour, List<Integer> problems, String body)
            throws IOException {
        return read(text(summary, colour, problems, body));
    }

    private static ApiDescription read(String text) throws IOException {
        return ApiDescription.of(new ObjectMapper().readTree(text));
    }

    private static String text(String summary, String colour, List<Integer> problems, String body) {
        String references = problems.stream()
                .map(status -> "\"%1$d\": {\"$ref\": \"#/components/responses/P%1$d\"}".formatted(status))
                .collect(Collectors.joining(","));
        String responses = problems.stream().map(ApiDescriptionTest::problem).collect(Collectors.joining(","));
        return DOCUMENT.formatted(summary, colour, references, body, responses);
    }

    private static String problem(int status) {
        return """
                "P%1$d": {"description": "No", "content": {"application/problem+json": {
                  "schema": {"$ref": "#/components/schemas/Problem"}, "example": {"status": %1$d}}}}
                """.formatted(status);
    }
}
