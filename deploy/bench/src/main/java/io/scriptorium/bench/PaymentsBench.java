package io.scriptorium.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.local.LocalIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How many payments a second are demanded and paid through the gateway, by clients that each do one after the other as
 * fast as they are answered. A payment is two requests, each with a key of its own, and ends completed; the simulated
 * provider charges at once, and its webhook follows. Measured is the request that pays.
 *
 * <p>Arguments: gateway address, superadmin token, folder of the suite's issuer, clients, seconds.
 */
public final class PaymentsBench {
    private static final int WARM_UP_SECONDS = 60;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final LocalIssuer issuer;
    private String website;

    private PaymentsBench(String gateway, Path issuerFolder) {
        this.gateway = gateway;
        this.issuer = new LocalIssuer(issuerFolder, LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 5) {
            System.err.println("usage: PaymentsBench GATEWAY TOKEN ISSUER_FOLDER CLIENTS SECONDS");
            System.exit(2);
        }
        PaymentsBench bench = new PaymentsBench(arguments[0], Path.of(arguments[2]));
        bench.createWebsite(arguments[1]);
        int clients = Integer.parseInt(arguments[3]);
        System.out.println("warming up for " + WARM_UP_SECONDS + " s");
        bench.measure(clients, WARM_UP_SECONDS);
        int seconds = Integer.parseInt(arguments[4]);
        Histogram paid = bench.measure(clients, seconds);
        System.out.printf(
                "%d payments by %d clients in %d s = %.0f payments/s; the paying request, in ms%n",
                paid.getTotalCount(), clients, seconds, (double) paid.getTotalCount() / seconds);
        for (double percentile : List.of(50.0, 90.0, 99.0, 100.0)) {
            System.out.printf("  p%-5s %8.1f%n", percentile, paid.getValueAtPercentile(percentile) / 1e6);
        }
    }

    private Histogram measure(int clients, int seconds) throws Exception {
        Histogram paid = new ConcurrentHistogram(TimeUnit.SECONDS.toNanos(60), 3);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService workers = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(workers.submit(() -> {
                    payUntil(end, paid);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            workers.shutdownNow();
        }
        return paid;
    }

    private void payUntil(long end, Histogram paid) throws IOException, InterruptedException {
        String token = issuer.token("client", website, UUID.randomUUID().toString(), Duration.ofHours(1));
        while (System.nanoTime() < end) {
            String id = JSON.readTree(done(201, demand(token)).body()).get("id").asText();
            long asked = System.nanoTime();
            String answer = done(200, post(token, "/api/v1/payments/" + id + "/pay", "{\"token\":\"tok_success\"}"))
                    .body();
            paid.recordValue(System.nanoTime() - asked);
            if (!JSON.readTree(answer).get("status").asText().equals("completed")) {
                throw new IllegalStateException("not completed: " + answer);
            }
        }
    }

    private HttpResponse<String> demand(String token) throws IOException, InterruptedException {
        return post(
                token,
                "/api/v1/payments",
                "{\"kind\":\"order\",\"reference\":\"%s\",\"amount\":49.90,\"currency\":\"USD\"}"
                        .formatted(UUID.randomUUID()));
    }

    private void createWebsite(String token) throws IOException, InterruptedException {
        String name = "bench-" + Long.toString(System.nanoTime(), 36);
        website = JSON.readTree(done(
                                201,
                                post(
                                        token,
                                        "/api/v1/websites",
                                        "{\"name\":\"%s\",\"domain\":\"%s.example\",\"currency\":\"USD\",\"time_zone\":\"UTC\"}"
                                                .formatted(name, name)))
                        .body())
                .get("id")
                .asText();
        String client = issuer.token("client", website, UUID.randomUUID().toString(), Duration.ofHours(1));
        // 503 until payments-service has heard of it.
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (demand(client).statusCode() == 201) {
                return;
            }
            Thread.sleep(10L * attempt);
        }
        throw new IllegalStateException("payments-service never heard of website " + website);
    }

    private static HttpResponse<String> done(int expected, HttpResponse<String> answer) {
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> post(String token, String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(gateway + path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
