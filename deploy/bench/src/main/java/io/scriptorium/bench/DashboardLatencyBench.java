package io.scriptorium.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * How long a committed write takes until the users dashboard shows it, at a fixed rate of writes.
 *
 * <p>Accounts are created through the gateway; a single poller reads the dashboard of their website, one request after
 * the other. The clock of a write starts when its answer arrives, which is after its commit, and stops when a dashboard
 * answer counts it: the n-th answered write is shown by the first dashboard with n more users. The rate is kept
 * whatever the answers do (no coordinated omission). The poller is part of the load.
 *
 * <p>Arguments: gateway address, superadmin token, writes per second, seconds. Times in milliseconds.
 */
public final class DashboardLatencyBench {
    /** On few cores the compilers of five JVMs take that long to leave the services some room. */
    private static final int WARM_UP_SECONDS = 90;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long POLL_PAUSE_NANOS = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String token;

    private DashboardLatencyBench(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: DashboardLatencyBench GATEWAY TOKEN WRITES_PER_SECOND SECONDS");
            System.exit(2);
        }
        DashboardLatencyBench bench = new DashboardLatencyBench(arguments[0], arguments[1]);
        int rate = Integer.parseInt(arguments[2]);
        String website = bench.createWebsite();
        System.out.println("warming up for " + WARM_UP_SECONDS + " s");
        // Slowly at first, and whatever is refused: a service that has just started may not take the whole rate.
        bench.measure(website, Math.max(1, rate / 4), WARM_UP_SECONDS / 3, true);
        bench.measure(website, rate, WARM_UP_SECONDS - WARM_UP_SECONDS / 3, true);
        report(rate, bench.measure(website, rate, Integer.parseInt(arguments[3]), false));
    }

    private Histogram measure(String website, int rate, int seconds, boolean mayFail) throws Exception {
        int writes = rate * seconds;
        int before = usersShown(website);
        ConcurrentLinkedQueue<Long> answeredAt = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<String> firstFailure = new AtomicReference<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger next = new AtomicInteger();
        clock.scheduleAtFixedRate(
                () -> {
                    if (next.getAndIncrement() < writes) {
                        createAccount(website).whenComplete((answer, failure) -> {
                            if (failure != null || answer.statusCode() != 201) {
                                firstFailure.compareAndSet(
                                        null,
                                        failure != null
                                                ? failure.toString()
                                                : answer.statusCode() + " " + answer.body());
                                failed.incrementAndGet();
                            } else {
                                answeredAt.add(System.nanoTime());
                            }
                        });
                    }
                },
                0,
                1_000_000_000L / rate,
                TimeUnit.NANOSECONDS);
        Histogram latency = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) + TIMEOUT.toNanos();
        int seen = 0;
        while (seen + failed.get() < writes) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException((writes - seen) + " writes never showed on the dashboard");
            }
            int shown = usersShown(website) - before;
            long now = System.nanoTime();
            // A write can show before its answer has arrived here: it took no time, and is taken when it does arrive.
            while (seen < shown) {
                Long answered = answeredAt.poll();
                if (answered == null) {
                    break;
                }
                latency.recordValue(Math.max(0, now - answered));
                seen++;
            }
            LockSupport.parkNanos(POLL_PAUSE_NANOS);
        }
        clock.shutdownNow();
        if (failed.get() > 0 && !mayFail) {
            throw new IllegalStateException(
                    "%d of %d writes failed, the first with %s".formatted(failed.get(), writes, firstFailure.get()));
        }
        return latency;
    }

    private static void report(int rate, Histogram latency) {
        System.out.printf("%d writes at %d/s: commit to dashboard, in ms%n", latency.getTotalCount(), rate);
        for (double percentile : List.of(50.0, 90.0, 99.0, 99.9, 100.0)) {
            System.out.printf("  p%-5s %8.1f%n", percentile, latency.getValueAtPercentile(percentile) / 1e6);
        }
    }

    private String createWebsite() throws IOException, InterruptedException {
        String name = "bench-" + Long.toString(System.nanoTime(), 36);
        String body = JSON.writeValueAsString(JSON.createObjectNode()
                .put("name", name)
                .put("domain", name + ".example")
                .put("currency", "USD")
                .put("time_zone", "UTC"));
        HttpResponse<String> answer = client.send(post("/api/v1/websites", body), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("no website: " + answer.statusCode() + " " + answer.body());
        }
        String website = JSON.readTree(answer.body()).get("id").asText();
        // The dashboard answers for a website from the moment it has heard of it.
        awaitWebsite(website);
        return website;
    }

    private void awaitWebsite(String website) throws IOException, InterruptedException {
        for (int attempt : IntStream.range(0, 100).toArray()) {
            if (dashboard(website).statusCode() == 200) {
                return;
            }
            Thread.sleep(10L * attempt);
        }
        throw new IllegalStateException("the dashboard never heard of website " + website);
    }

    private CompletableFuture<HttpResponse<String>> createAccount(String website) {
        String username = "writer-" + Long.toString(System.nanoTime(), 36);
        String body =
                "{\"website_id\":\"%s\",\"username\":\"%s\",\"email\":\"%s@mail.example\",\"full_name\":\"B\",\"role\":\"writer\"}"
                        .formatted(website, username, username);
        return client.sendAsync(post("/api/v1/accounts", body), BodyHandlers.ofString());
    }

    private int usersShown(String website) throws IOException, InterruptedException {
        HttpResponse<String> answer = dashboard(website);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("dashboard: " + answer.statusCode() + " " + answer.body());
        }
        JsonNode users = JSON.readTree(answer.body()).get("total_users");
        return users.asInt();
    }

    private HttpResponse<String> dashboard(String website) throws IOException, InterruptedException {
        return client.send(
                request("/api/v1/admin/dashboards/users?days=1&website_id=" + website)
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }
}
