package io.scriptorium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The suite's APIs, as any client program meets them. */
final class Gateway {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    /** Too many requests, or not just now: it says itself that it is worth another try. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final int MOST_TRIES = 60;

    /** The gateway goes with the suite, and no sooner. */
    private static final int MOST_TRIES_TO_CONNECT = 8;

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1_000;

    /** What was answered with success. */
    record Answer(int status, String etag, JsonNode body) {
        String id() {
            return body.path("id").asText();
        }
    }

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    Gateway(String address) {
        this.address = address;
    }

    Answer get(String token, String path) {
        return send(request(token, path).GET().build(), path);
    }

    Answer post(String token, String path, Map<String, ?> body) {
        return send(json(token, path).POST(publisher(body)).build(), path);
    }

    /** Money moves once, however often it has to be asked for. */
    Answer postOnce(String token, String path, Map<String, ?> body) {
        return send(
                json(token, path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(publisher(body))
                        .build(),
                path);
    }

    Answer put(String token, String path, Map<String, ?> body, String etag) {
        return send(
                json(token, path).header("If-Match", etag).PUT(publisher(body)).build(), path);
    }

    Answer patch(String token, String path, Map<String, ?> body, String etag) {
        return send(
                request(token, path)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", etag)
                        .method("PATCH", publisher(body))
                        .build(),
                path);
    }

    Answer delete(String token, String path) {
        return send(request(token, path).DELETE().build(), path);
    }

    private HttpRequest.Builder json(String token, String path) {
        return request(token, path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request, String path) {
        for (int tries = 1; ; tries++) {
            HttpResponse<String> response = tried(request, path);
            if (response != null && !BUSY.contains(response.statusCode())) {
                return answer(request, response);
            }
            if (tries == (response == null ? MOST_TRIES_TO_CONNECT : MOST_TRIES)) {
                throw new DemoFailure("%s is not answered: %s"
                        .formatted(path, response == null ? "nobody is there" : response.body()));
            }
            pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * tries));
        }
    }

    /** @return null when nobody took the connection, so that nothing can have happened */
    private HttpResponse<String> tried(HttpRequest request, String path) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException nobodyThere) {
            return null;
        } catch (IOException e) {
            throw new DemoFailure("%s broke off: %s".formatted(path, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }

    private static Answer answer(HttpRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 500) {
            throw new DemoFailure(
                    "%s %s: %d %s".formatted(request.method(), request.uri().getPath(), status, response.body()));
        }
        if (status >= 400) {
            throw new Refused(
                    "%s %s: %d %s".formatted(request.method(), request.uri().getPath(), status, response.body()),
                    status);
        }
        try {
            JsonNode body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(status, response.headers().firstValue("ETag").orElse(null), body);
        } catch (IOException e) {
            throw new DemoFailure(
                    "%s answered no JSON: %s".formatted(request.uri().getPath(), response.body()), e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Map<String, ?> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException impossible) {
            throw new IllegalStateException("text and numbers are always JSON", impossible);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
