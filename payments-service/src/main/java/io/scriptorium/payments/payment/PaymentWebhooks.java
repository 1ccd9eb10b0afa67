package io.scriptorium.payments.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.scriptorium.owner.clock.WallClock;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.payments.provider.ProviderEventView;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What providers tell of themselves. An event's id and its effect are one transaction: if the process dies before it
 * commits, neither is there, and the provider delivers the event again; afterwards both are, and it changes nothing.
 */
@ApplicationScoped
class PaymentWebhooks {
    /** Far longer than any provider goes on delivering. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES = 1_000;

    private final WebhookTable events;
    private final PaymentAttempts attempts;
    private final ActingTenant acting;
    private final Clock clock;

    PaymentWebhooks(WebhookTable events, PaymentAttempts attempts, ActingTenant acting, @WallClock Clock clock) {
        this.events = events;
        this.attempts = attempts;
        this.acting = acting;
        this.clock = clock;
    }

    /** @throws Problem 422 about something that was never asked for here: the provider keeps it, and shows that it did */
    void take(String provider, ProviderEventView event) {
        acting.as(
                WebsiteTenant.ALL,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    if (!events.keep(provider, event.id(), clock.instant())) {
                        return;
                    }
                    if (!attempts.settle(event)) {
                        throw Problem.invalid("data.key", "is of no attempt that is known here");
                    }
                }));
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        Instant before = clock.instant().minus(KEPT);
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (QuarkusTransaction.requiringNew().call(() -> events.purge(before, BATCH)) < BATCH) {
                break;
            }
        }
    }
}
