package io.scriptorium.payments.provider;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.scriptorium.owner.clock.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the simulated provider's webhooks over HTTP, as a provider outside does: some time later, at least once, signed
 * anew each time, and again after growing pauses when it is not answered with 2xx.
 */
@ApplicationScoped
class SimulatedWebhooks {
    private static final Logger LOG = Logger.getLogger(SimulatedWebhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLAIMED = Duration.ofSeconds(60);
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 12;
    private static final int REFUSED = 300;

    private final SimulatedMemory memory;
    private final SimulatedProvider provider;
    private final Clock clock;
    private final Provider<Optional<URI>> address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    SimulatedWebhooks(
            SimulatedMemory memory,
            SimulatedProvider provider,
            @WallClock Clock clock,
            @ConfigProperty(name = "payments.simulated.webhook-url") Provider<Optional<URI>> address) {
        this.memory = memory;
        this.provider = provider;
        this.clock = clock;
        this.address = address;
    }

    /** Without an address or a secret, as when nobody uses it, there is nothing to send. */
    @Scheduled(
            every = "{payments.simulated.webhook-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        List<WebhookKey> keys = provider.webhookKeys();
        // Looked up each time: a port that is chosen at start is known only afterwards.
        Optional<URI> to = address.get();
        if (to.isEmpty() || keys.isEmpty()) {
            return;
        }
        List<SimulatedMemory.Webhook> batch;
        do {
            Instant now = clock.instant();
            batch = QuarkusTransaction.requiringNew().call(() -> memory.claim(now, now.plus(CLAIMED), BATCH));
            batch.forEach(webhook -> send(webhook, to.get(), keys.get(0)));
        } while (batch.size() == BATCH);
    }

    private void send(SimulatedMemory.Webhook webhook, URI to, WebhookKey key) {
        boolean taken = post(webhook, to, key);
        QuarkusTransaction.requiringNew().run(() -> {
            if (taken || webhook.attempts() >= MOST_ATTEMPTS) {
                memory.sent(webhook.id());
            } else {
                memory.sendLater(webhook.id(), clock.instant().plusSeconds(1L << webhook.attempts()));
            }
        });
    }

    private boolean post(SimulatedMemory.Webhook webhook, URI to, WebhookKey key) {
        byte[] body = webhook.body().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", webhook.eventId())
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", key.sign(webhook.eventId(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= REFUSED) {
                LOG.warnf("The webhook %s was answered with %d", webhook.eventId(), status);
            }
            return status < REFUSED;
        } catch (IOException e) {
            LOG.warnf("The webhook %s did not arrive: %s", webhook.eventId(), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
