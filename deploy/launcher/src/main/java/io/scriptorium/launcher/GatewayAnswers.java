package io.scriptorium.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gateway answers by itself: its pages, and problems in the form that the services give them (RFC 9457). */
final class GatewayAnswers {
    static final String REQUEST_ID = "X-Request-Id";

    /** As the services have it: what may safely stand in a log line and a header. */
    private static final Pattern DECENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayAnswers() {}

    /** The client's own id if it is a decent one, else a new one; from here on the request carries it. */
    static String assignId(HttpServerRequest request) {
        String sent = request.getHeader(REQUEST_ID);
        String id = sent != null && DECENT_ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.headers().set(REQUEST_ID, id);
        return id;
    }

    static void page(HttpServerRequest request, String mediaType, Buffer body) {
        request.response()
                .putHeader(REQUEST_ID, request.getHeader(REQUEST_ID))
                .putHeader("Content-Type", mediaType)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }

    static void methodNotAllowed(HttpServerRequest request, HttpMethod... allowed) {
        String names = Stream.of(allowed).map(HttpMethod::name).collect(Collectors.joining(", "));
        problem(request, 405, "This address takes " + names + " and nothing else.", Map.of("Allow", names));
    }

    static void problem(HttpServerRequest request, int status, String detail) {
        problem(request, status, detail, Map.of());
    }

    static void problem(HttpServerRequest request, int status, String detail, Map<String, String> headers) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            // Half an answer is out: only a broken connection still tells the client that it is not whole.
            request.connection().close();
            return;
        }
        if (response.ended() || response.closed()) {
            return;
        }
        response.headers().clear();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", request.path());
        problem.put("request_id", request.getHeader(REQUEST_ID));
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status)
                .setStatusMessage(title(status))
                .putHeader(REQUEST_ID, request.getHeader(REQUEST_ID))
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(json(problem)));
    }

    private static byte[] json(Map<String, Object> problem) {
        try {
            return JSON.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings and numbers is always JSON", e);
        }
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 431 -> "Request Header Fields Too Large";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> throw new IllegalArgumentException("not one of the gateway's problems: " + status);
        };
    }
}
