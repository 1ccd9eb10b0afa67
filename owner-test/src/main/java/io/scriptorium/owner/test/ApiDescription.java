package io.scriptorium.owner.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.ProblemView;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The OpenAPI document of the running service, and what it must have. */
public final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** @param url {@code @TestHTTPResource(value = "/openapi", management = true)} */
    public static ApiDescription at(URL url) {
        try (InputStream answer = new URL(url + "?format=json").openStream()) {
            return of(JSON.readTree(answer));
        } catch (IOException e) {
            throw new IllegalStateException("no description at " + url, e);
        }
    }

    static ApiDescription of(JsonNode document) {
        return new ApiDescription(document);
    }

    /** All that a description must have. {@code packages}: where the service's resources are. */
    public void isComplete(String packages) {
        hasEachEndpointAndNoOther(packages);
        lacksNothing();
    }

    void lacksNothing() {
        List<String> lacks = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            lacks.addAll(lacksOf(endpoint));
        }
        assertThat(lacks).as("what the description lacks").isEmpty();
    }

    /** The methods of the JAX-RS resources and the operations described are the same. */
    private void hasEachEndpointAndNoOther(String packages) {
        Set<String> described = new TreeSet<>();
        endpoints().forEach(endpoint -> described.add(endpoint.name()));
        assertThat(described).isNotEmpty().isEqualTo(Resources.endpointsIn(packages));
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    endpoints.add(new Endpoint(
                            operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
                }
            }
        }
        return endpoints;
    }

    private List<String> lacksOf(Endpoint endpoint) {
        List<String> lacks = new ArrayList<>();
        if (endpoint.operation().path("summary").asText().isBlank()) {
            lacks.add("a summary");
        }
        for (JsonNode parameter : endpoint.parameters()) {
            if (parameter.path("description").asText().isBlank()) {
                lacks.add("a description of the parameter "
                        + parameter.path("name").asText());
            }
        }
        for (int status : problemsOf(endpoint)) {
            lacks.addAll(lacksOfProblem(endpoint, status));
        }
        if (endpoint.hasBody()) {
            lacks.addAll(lacksOfBody(endpoint));
        }
        return lacks.stream().map(lack -> endpoint.name() + ": " + lack).toList();
    }

    private static List<Integer> problemsOf(Endpoint endpoint) {
        List<Integer> problems = new ArrayList<>(List.of(401, 403, 500, 503));
        if (endpoint.path().contains("{")) {
            problems.add(404);
        }
        if (!endpoint.method().equals("GET")) {
            problems.add(409);
        }
        if (endpoint.takes("If-Match")) {
            problems.add(412);
        }
        if (endpoint.method().equals("PATCH") || endpoint.method().equals("PUT")) {
            problems.add(428);
        }
        if (endpoint.hasBody()) {
            problems.addAll(List.of(400, 413, 415, 422));
        }
        return problems;
    }

    private List<String> lacksOfProblem(Endpoint endpoint, int status) {
        JsonNode response = resolved(endpoint.operation().path("responses").path(Integer.toString(status)));
        JsonNode body = response.path("content").path(ProblemView.MEDIA_TYPE);
        if (response.path("description").asText().isBlank() || body.isMissingNode()) {
            return List.of("the problem " + status);
        }
        List<JsonNode> examples = examplesIn(body);
        if (examples.isEmpty()) {
            return List.of("an example of the problem " + status);
        }
        List<String> lacks = new ArrayList<>();
        for (JsonNode example : examples) {
            if (example.path("status").asInt() != status) {
                lacks.add("the status in the example of the problem " + status);
            }
            lacks.addAll(misfits(body.path("schema"), example, false));
        }
        return lacks;
    }

    private List<String> lacksOfBody(Endpoint endpoint) {
        List<String> lacks = new ArrayList<>();
        JsonNode content = resolved(endpoint.operation().path("requestBody")).path("content");
        for (Map.Entry<String, JsonNode> media : content.properties()) {
            List<JsonNode> examples = examplesIn(media.getValue());
            if (examples.isEmpty()) {
                lacks.add("an example of the body as " + media.getKey());
            }
            for (JsonNode example : examples) {
                lacks.addAll(misfits(media.getValue().path("schema"), example, content.has(MergePatch.MEDIA_TYPE)));
            }
        }
        return lacks;
    }

    /** The first documented example of what the endpoint takes; null when it takes no body. */
    JsonNode exampleOf(Endpoint endpoint) {
        if (!endpoint.hasBody()) {
            return null;
        }
        JsonNode content = resolved(endpoint.operation().path("requestBody")).path("content");
        return StreamSupport.stream(content.spliterator(), false)
                .flatMap(media -> examplesIn(media).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(endpoint.name() + " has no example of its body"));
    }

    private List<JsonNode> examplesIn(JsonNode media) {
        List<JsonNode> examples = new ArrayList<>();
        addIfThere(examples, media.path("example"));
        media.path("examples")
                .forEach(example -> addIfThere(examples, resolved(example).path("value")));
        if (examples.isEmpty()) {
            JsonNode schema = resolved(media.path("schema"));
            addIfThere(examples, schema.path("example"));
            schema.path("examples").forEach(example -> addIfThere(examples, example));
        }
        return examples;
    }

    private static void addIfThere(List<JsonNode> examples, JsonNode example) {
        if (!example.isMissingNode()) {
            examples.add(example.isTextual() ? parsed(example.asText()) : example);
        }
    }

    /** An annotation can hold an example as text alone. */
    private static JsonNode parsed(String example) {
        try {
            return JSON.readTree(example);
        } catch (IOException e) {
            throw new AssertionError("an example is no JSON: " + example, e);
        }
    }

    /** @param partly as a merge patch, which may leave out what the whole must have */
    private List<String> misfits(JsonNode schema, JsonNode example, boolean partly) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("$defs", document.path("components").path("schemas").deepCopy());
        whole.setAll((ObjectNode) schema.deepCopy());
        if (partly) {
            whole.findParents("required").stream()
                    .map(ObjectNode.class::cast)
                    .filter(node -> node.get("required") instanceof ArrayNode)
                    .forEach(node -> node.remove("required"));
        }
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON)
                .validate(
                        example.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        List<String> misfits = new ArrayList<>(errors.stream()
                .map(error -> "an example that fits: " + error + " in " + example)
                .toList());
        Set<String> known = new HashSet<>();
        resolved(schema).path("properties").fieldNames().forEachRemaining(known::add);
        example.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                misfits.add("a description of the example's field " + field);
            }
        });
        return misfits;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(document.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** One operation. */
    record Endpoint(String method, String path, JsonNode operation) {
        String name() {
            return method + " " + path;
        }

        JsonNode parameters() {
            return operation.path("parameters");
        }

        boolean takes(String parameter) {
            return StreamSupport.stream(parameters().spliterator(), false)
                    .anyMatch(each -> parameter.equals(each.path("name").asText()));
        }

        boolean hasBody() {
            return operation.has("requestBody");
        }

        /** The roles that may call it, which OpenAPI has as scopes. */
        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            operation
                    .path("security")
                    .forEach(requirement ->
                            requirement.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
            return roles;
        }
    }
}
