package io.scriptorium.dashboard.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** The outboxes of the services that own data, from the metrics that each serves anyway. */
@ApplicationScoped
class OwnerMetrics {
    private static final Logger LOG = Logger.getLogger(OwnerMetrics.class);

    private record Owner(String name, URI metrics) {}

    private final List<Owner> owners;
    private final OperationsConfig config;
    private final HttpClient http;

    OwnerMetrics(OperationsConfig config) {
        this.config = config;
        this.owners = config.owners().orElse(List.of()).stream()
                .map(OwnerMetrics::owner)
                .toList();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    /** All at once, so that one that is away costs no more than its time-out. */
    List<OutboxView> outboxes() {
        List<CompletableFuture<OutboxView>> asked =
                owners.stream().map(this::outbox).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<OutboxView> outbox(Owner owner) {
        HttpRequest request = HttpRequest.newBuilder(owner.metrics())
                .timeout(config.timeout())
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> view(owner.name(), answer))
                .exceptionally(failure -> {
                    LOG.debugf(failure, "The metrics of %s cannot be read", owner.name());
                    return OutboxView.unreachable(owner.name());
                });
    }

    private static OutboxView view(String service, HttpResponse<String> answer) {
        OptionalDouble depth = gauge(answer, "outbox_depth");
        if (depth.isEmpty()) {
            return OutboxView.unreachable(service);
        }
        OptionalDouble age = gauge(answer, "outbox_oldest_age_seconds");
        OptionalDouble parked = gauge(answer, "outbox_parked_rows");
        return new OutboxView(
                service,
                true,
                (long) depth.getAsDouble(),
                age.isPresent() ? age.getAsDouble() : null,
                parked.isPresent() ? (long) parked.getAsDouble() : null);
    }

    /** A line of Prometheus' text format: the name, labels perhaps, a number. */
    private static OptionalDouble gauge(HttpResponse<String> answer, String name) {
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(Double::isFinite)
                .findFirst();
    }

    private static Owner owner(String configured) {
        String[] parts = configured.split("=", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "dashboard.operations.owners must be NAME=URL with commas between, and has: " + configured);
        }
        return new Owner(parts[0].strip(), URI.create(parts[1].strip()));
    }
}
