package io.scriptorium.specialorders.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.specialorders.WithParts;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Reads websites as writer-service publishes them. */
@QuarkusTest
@WithParts
class WebsiteIT {
    private static final String TOPIC = "writers.website.changes";
    private static final UUID ID = UUID.fromString("0199f1a2-0000-7000-8000-000000000001");

    @Inject
    WebsiteService websites;

    @Inject
    ActingTenant acting;

    @Test
    void knowsAWebsiteFromItsChangeUntilItsDeletion() throws Exception {
        String sample = Files.readString(Path.of("../writer-service/contracts/website.v1.sample.json"));
        Broker.shared().send(Event.of(TOPIC, ID, "writers.website.changed", 1, sample));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(found())
                        .contains(new WebsiteView(ID, "Essays", "USD", ZoneId.of("Europe/Berlin"), true)));
        Broker.shared().send(Event.of(TOPIC, ID, "writers.website.deleted", 2, null));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(found()).isEmpty());
    }

    private Optional<WebsiteView> found() {
        return acting.as(WebsiteTenant.ALL, () -> websites.find(ID));
    }
}
