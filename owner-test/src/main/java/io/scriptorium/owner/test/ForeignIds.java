package io.scriptorium.owner.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls every endpoint that has an id in its path, with the id of something that the caller must not find: of another
 * website, or of somebody else. Each call is as good as its description's example; the answer is 404 all the same, or
 * 403 for roles that may not call it at all, and nothing has changed afterwards.
 *
 * <p>Ids are given by the path before them: {@code "/api/v1/tickets"}, and below that
 * {@code "/api/v1/tickets/{id}/messages"}.
 */
public final class ForeignIds {
    private static final Pattern TEMPLATE = Pattern.compile("/\\{[^}]+}");
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final ApiDescription api;
    private final Map<String, String> ids;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> called = new TreeSet<>();

    private ForeignIds(ApiDescription api, Map<String, String> ids) {
        this.api = api;
        this.ids = ids;
    }

    public static ForeignIds of(ApiDescription api, Map<String, String> ids) {
        return new ForeignIds(api, ids);
    }

    /**
     * Of another website, for every role that has a website, and for every endpoint: an id is missed where one of these
     * roles may call an endpoint for which none was given.
     *
     * @param website which the ids do not lie in
     */
    public void areNotFoundFrom(String website) {
        Map<String, String> before = states();
        for (ApiDescription.Endpoint endpoint : withIds()) {
            for (Role role : Role.values()) {
                if (role != Role.SUPERADMIN) {
                    call(endpoint, role, website, UUID.randomUUID().toString(), true);
                }
            }
        }
        isAsBefore(before);
    }

    /** Of the same website and somebody else's, for that role, and for the endpoints that ids were given for. */
    public void areNotFoundBy(Role role, String website, String subject) {
        Map<String, String> before = states();
        withIds().forEach(endpoint -> call(endpoint, role, website, subject, false));
        isAsBefore(before);
    }

    private List<ApiDescription.Endpoint> withIds() {
        return api.endpoints().stream()
                .filter(endpoint -> endpoint.path().contains("{"))
                .toList();
    }

    private void call(ApiDescription.Endpoint endpoint, Role role, String website, String subject, boolean everywhere) {
        boolean allowed = endpoint.roles().contains(role.wireName());
        Optional<String> path = filled(endpoint.path());
        if (path.isEmpty()) {
            if (everywhere && allowed) {
                wrong.add("no id was given for " + endpoint.name() + ", which " + role + " may call");
            }
            return;
        }
        Response answer = request(endpoint, role, website, subject).request(endpoint.method(), path.get());
        called.add(endpoint.name());
        if (answer.statusCode() != (allowed ? NOT_FOUND : FORBIDDEN)) {
            wrong.add("%s as %s: %d %s".formatted(endpoint.name(), role, answer.statusCode(), answer.asString()));
        }
    }

    private RequestSpecification request(ApiDescription.Endpoint endpoint, Role role, String website, String subject) {
        RequestSpecification request = Callers.as(role.wireName(), website, subject);
        if (endpoint.takes("If-Match")) {
            request.header("If-Match", "*");
        }
        if (endpoint.takes("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        JsonNode example = api.exampleOf(endpoint);
        if (example != null) {
            request.body(example.toString());
            if (endpoint.method().equals("PATCH")) {
                request.contentType(MergePatch.MEDIA_TYPE);
            }
        }
        return request;
    }

    /** The path with an id for each template; empty when one of them was not given. */
    private Optional<String> filled(String template) {
        StringBuilder path = new StringBuilder();
        Matcher matcher = TEMPLATE.matcher(template);
        while (matcher.find()) {
            String id = ids.get(template.substring(0, matcher.start()));
            if (id == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(path, Matcher.quoteReplacement("/" + id));
        }
        return Optional.of(matcher.appendTail(path).toString());
    }

    /** What a superadmin reads of each, by the path of its own or, where it has none, by the list that it stands in. */
    private Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        Set<String> readable = new TreeSet<>();
        api.endpoints().stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(ApiDescription.Endpoint::path)
                .forEach(readable::add);
        for (String prefix : ids.keySet()) {
            String own = readable.stream()
                    .filter(path -> path.matches(Pattern.quote(prefix) + "/\\{[^/}]+}"))
                    .findFirst()
                    .orElse(prefix);
            Response answer = Callers.superadmin().get(filled(own).orElseThrow());
            assertThat(answer.statusCode()).as("%s: %s", own, answer.asString()).isEqualTo(OK);
            states.put(own, answer.asString());
        }
        return states;
    }

    private void isAsBefore(Map<String, String> before) {
        assertThat(wrong).isEmpty();
        assertThat(called).isNotEmpty();
        assertThat(states()).isEqualTo(before);
    }
}
