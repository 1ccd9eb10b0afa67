package io.scriptorium.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.payments.website.WebsiteService;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A website that the service under test has heard of, as in production, from its event. */
public final class KnownWebsite {
    private KnownWebsite() {}

    public static UUID in(String currency) {
        UUID id = UUID.randomUUID();
        try {
            Broker.shared().send(Event.of("writers.website.changes", id, "writers.website.changed", 1, """
                    {"id": "%s", "name": "Essays", "domain": "%s.example", "currency": "%s",
                     "time_zone": "Europe/Berlin", "active": true,
                     "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
                    """.formatted(
                            id, id, currency)));
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not take it", e);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(isKnown(id)).isTrue());
        return id;
    }

    private static boolean isKnown(UUID id) {
        WebsiteService websites = Arc.container().instance(WebsiteService.class).get();
        return Arc.container()
                .instance(ActingTenant.class)
                .get()
                .as(WebsiteTenant.ALL, () -> websites.find(id).isPresent());
    }
}
