package io.scriptorium.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** What a service says of itself on its management port. */
final class Health {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWERS_WITHIN)
            .build();

    boolean isReady(int managementPort) {
        return get(managementPort, "/q/health/ready")
                .filter(response -> response.statusCode() == 200)
                .isPresent();
    }

    /** In words: {@code ready}, {@code not ready}, or {@code down} if nobody answers. */
    String of(int managementPort) {
        return get(managementPort, "/q/health/ready")
                .map(response -> response.statusCode() == 200 ? "ready" : "not ready")
                .orElse("down");
    }

    /** Its metrics, or none if it does not answer. */
    Metrics metrics(int managementPort) {
        return new Metrics(get(managementPort, "/q/metrics")
                .filter(response -> response.statusCode() == 200)
                .map(HttpResponse::body)
                .orElse(""));
    }

    private Optional<HttpResponse<String>> get(int port, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept", "text/plain, application/json")
                    .timeout(ANSWERS_WITHIN)
                    .build();
            return Optional.of(client.send(request, BodyHandlers.ofString()));
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
