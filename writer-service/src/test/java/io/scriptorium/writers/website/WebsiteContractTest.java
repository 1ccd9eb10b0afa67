package io.scriptorium.writers.website;

import io.scriptorium.owner.test.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebsiteContractTest {
    private final Contract contract = new Contract("website");

    @Test
    void publishesWhatTheContractSays() throws Exception {
        Website website = new Website();
        website.id = UUID.randomUUID();
        website.createdAt = Instant.parse("2026-01-31T12:00:00Z");
        website.set(
                new WebsiteFields("Essays", "Essays.Example", "USD", "Europe/Berlin", null),
                Instant.parse("2026-02-01T08:30:00.123456Z"));
        contract.fits(WebsiteChange.of(website));
    }

    @Test
    void givesASampleThatFits() throws Exception {
        contract.fits(contract.sample());
    }
}
