package io.scriptorium.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client program behind the gateway. */
final class Client {
    record Answer(int status, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(status + " " + body, e);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(), List.of("")).get(0);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String address;
    private final String token;

    Client(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @throws UncheckedIOException when no answer came */
    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, body, Map.of());
    }

    Answer post(String path, Map<String, ?> body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            return send(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer patch(String path, Map<String, ?> body, String ifMatch) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .header("If-Match", ifMatch)
                    .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was made. */
    JsonNode make(String path, Map<String, ?> body) {
        Answer answer = post(path, body);
        if (answer.status() != 201) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.json();
    }

    String createWebsite() {
        String name = "site-" + UUID.randomUUID().toString().substring(0, 8);
        Answer answer = post(
                "/api/v1/websites",
                Map.of("name", name, "domain", name + ".example", "currency", "USD", "time_zone", "Europe/Berlin"));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json().get("id").asText();
    }

    Answer createAccount(String website, String role) {
        String username = "user-" + UUID.randomUUID();
        return post(
                "/api/v1/accounts",
                Map.of(
                        "website_id", website,
                        "username", username,
                        "email", username + "@mail.example",
                        "full_name", "Some Body",
                        "role", role));
    }

    /** Every account of the website, as its owner knows them. */
    List<JsonNode> accounts(String website) {
        List<JsonNode> accounts = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get("/api/v1/accounts?limit=200&website_id=" + website + cursor);
            if (page.status() != 200) {
                throw new IllegalStateException(page.toString());
            }
            page.json().get("items").forEach(accounts::add);
            JsonNode next = page.json().get("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        return accounts;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
