package io.scriptorium.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in the API's description what holds for every operation, so that no resource repeats it: which problems it may
 * answer, what the parameters mean that are alike everywhere, and that what makes something answers 201. What a resource
 * says itself stays.
 *
 * <p>A service turns it on by {@code mp.openapi.filter}.
 */
public class ApiConventions implements OASFilter {
    private static final String OK = "200";
    private static final String CREATED = "201";

    private static final Map<String, String> PARAMETERS = Map.of(
            "id", "The id",
            "website_id", "Of that website alone; whoever has one of their own sees no other",
            "limit", "Entries of a page: 1 to 200, 50 unless given",
            "cursor", "The next_cursor of the page before",
            "If-Match", "The ETag of the version that was read; 412 when there is a newer one",
            "Idempotency-Key", "The client's own id of this request: sent again, it has no second effect");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        new TreeMap<>(api.getPaths().getPathItems())
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    describeParameters(operation);
                    if (method == HttpMethod.POST && hasItems(path, api)) {
                        describeCreation(operation);
                    }
                    for (ProblemExample problem : problemsOf(path, method, operation)) {
                        components.addResponse(problem.responseName(), problem.response());
                        addResponse(operation, problem);
                    }
                }));
    }

    /** Whether what is posted there can be read at a path of its own: then a POST makes one. */
    private static boolean hasItems(String path, OpenAPI api) {
        return api.getPaths().getPathItems().entrySet().stream()
                .anyMatch(other -> other.getKey().startsWith(path + "/{")
                        && other.getKey().indexOf('/', path.length() + 1) < 0
                        && other.getValue().getGET() != null);
    }

    /** Frameworks see that a body is answered, and take that for 200. */
    private static void describeCreation(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses == null || responses.getAPIResponse(CREATED) != null) {
            return;
        }
        APIResponse ok = responses.getAPIResponse(OK);
        if (ok != null) {
            responses.removeAPIResponse(OK);
            responses.addAPIResponse(
                    CREATED,
                    ok.description("Created")
                            .addHeader("Location", OASFactory.createHeader().description("Where to read it")));
        }
    }

    private static void describeParameters(Operation operation) {
        for (Parameter parameter : parameters(operation)) {
            if (parameter.getDescription() == null) {
                parameter.setDescription(PARAMETERS.get(parameter.getName()));
            }
        }
    }

    private static TreeSet<ProblemExample> problemsOf(String path, HttpMethod method, Operation operation) {
        TreeSet<ProblemExample> problems = new TreeSet<>(List.of(
                ProblemExample.UNAUTHENTICATED,
                ProblemExample.FORBIDDEN,
                ProblemExample.UNFORESEEN,
                ProblemExample.UNAVAILABLE));
        boolean hasBody = operation.getRequestBody() != null;
        if (hasBody || takes(operation, Parameter.In.QUERY)) {
            problems.add(ProblemExample.UNREADABLE);
        }
        if (path.contains("{")) {
            problems.add(ProblemExample.NOT_FOUND);
        }
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            problems.add(ProblemExample.CONFLICT);
        }
        if (parameters(operation).stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            problems.add(ProblemExample.OVERTAKEN);
            if (method == HttpMethod.PATCH || method == HttpMethod.PUT) {
                problems.add(ProblemExample.NO_VERSION);
            }
        }
        if (hasBody) {
            problems.addAll(List.of(ProblemExample.TOO_LARGE, ProblemExample.WRONG_TYPE, ProblemExample.INVALID));
        }
        return problems;
    }

    private static boolean takes(Operation operation, Parameter.In where) {
        return parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == where);
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** Frameworks add some of these too, but without a body: those give way. */
    private static void addResponse(Operation operation, ProblemExample problem) {
        APIResponses responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        APIResponse own = responses.getAPIResponse(problem.status());
        if (own == null || own.getContent() == null && own.getRef() == null) {
            responses.addAPIResponse(
                    problem.status(),
                    OASFactory.createAPIResponse().ref("#/components/responses/" + problem.responseName()));
        }
        operation.setResponses(responses);
    }

    /** A problem that many operations answer, as it looks. */
    enum ProblemExample {
        UNREADABLE(400, "Bad Request", "It cannot be read", "limit must be a whole number from 1 to 200", "limit"),
        UNAUTHENTICATED(401, "Unauthorized", "There is no valid token", "Send a valid bearer token.", null),
        FORBIDDEN(403, "Forbidden", "The role may not do this", "Your role may not do this.", null),
        NOT_FOUND(
                404,
                "Not Found",
                "It is not there, or in another website, or somebody else's",
                "There is nothing of that id.",
                null),
        CONFLICT(
                409,
                "Conflict",
                "The present state does not allow it; the detail says what would",
                "From closed it cannot become resolved; it can become: open.",
                null),
        OVERTAKEN(
                412,
                "Precondition Failed",
                "If-Match does not name the present version",
                "It is now at version \"4\". Read it again.",
                null),
        TOO_LARGE(413, "Request Entity Too Large", "The body is too large", "The body is too large.", null),
        WRONG_TYPE(
                415,
                "Unsupported Media Type",
                "The body is of another media type",
                "Send the body as application/json.",
                null),
        INVALID(422, "Unprocessable Content", "It can be read, and is not acceptable", "name must not be null", "name"),
        NO_VERSION(
                428,
                "Precondition Required",
                "If-Match is missing",
                "Say which version this edits: If-Match with the ETag of your last read.",
                null),
        UNFORESEEN(
                500,
                "Internal Server Error",
                "Nobody foresaw it",
                "Something went wrong here. Give the request_id to whoever runs the service.",
                null),
        UNAVAILABLE(
                503,
                "Service Unavailable",
                "Something that it needs is away; try again after Retry-After seconds",
                "The database does not answer just now. Try again.",
                null);

        private final int status;
        private final String title;
        private final String description;
        private final String detail;
        private final String field;

        ProblemExample(int status, String title, String description, String detail, String field) {
            this.status = status;
            this.title = title;
            this.description = description;
            this.detail = detail;
            this.field = field;
        }

        String status() {
            return Integer.toString(status);
        }

        String responseName() {
            return "Problem" + status;
        }

        APIResponse response() {
            APIResponse response = OASFactory.createAPIResponse()
                    .description(description + ".")
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    ProblemView.MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                            .example(example())));
            return switch (this) {
                case UNAUTHENTICATED ->
                    response.addHeader(
                            "WWW-Authenticate", OASFactory.createHeader().description("Bearer"));
                case UNAVAILABLE ->
                    response.addHeader("Retry-After", OASFactory.createHeader().description("Seconds"));
                default -> response;
            };
        }

        private Map<String, Object> example() {
            Map<String, Object> example = new LinkedHashMap<>();
            example.put("type", "about:blank");
            example.put("title", title);
            example.put("status", status);
            example.put("detail", detail);
            example.put("instance", "/api/v1/things/0199f1a2-0000-7000-8000-000000000001");
            example.put("request_id", "0e7b7a52-6a38-4f0a-9d0c-7d2f3b7a1c55");
            if (field != null) {
                String message = detail.substring(field.length() + 1);
                example.put("errors", List.of(Map.of("field", field, "message", message)));
            }
            return example;
        }
    }
}
