package io.scriptorium.payments;

import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.payments.website.WebsiteService;
import io.scriptorium.payments.writer.WriterService;
import io.scriptorium.payments.writer.WriterView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Websites and writers for tests, as writer-service publishes them; each method returns when the service knows them. */
@ApplicationScoped
public class Market {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    WebsiteService websites;

    @Inject
    WriterService writers;

    @Inject
    ActingTenant acting;

    public String aWebsite(String currency) throws Exception {
        UUID id = UUID.randomUUID();
        Broker.shared().send(Event.of("writers.website.changes", id, "writers.website.changed", 1, """
                {"id": "%s", "name": "Essays", "domain": "essays.example", "currency": "%s",
                 "time_zone": "Europe/Berlin", "active": true}
                """.formatted(
                        id, currency)));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> acting.as(id.toString(), () -> websites.find(id).isPresent()));
        return id.toString();
    }

    /** A writer of that share of tips; their account's id. */
    public String aWriter(String website, String percentage) throws Exception {
        UUID writer = UUID.randomUUID();
        publish(website, writer, writer, 1, percentage);
        return writer.toString();
    }

    public String aWriterWithoutLevel(String website) throws Exception {
        return aWriter(website, null);
    }

    /** @param percentage null without a level */
    public void publish(String website, UUID profile, UUID writer, long revision, String percentage) throws Exception {
        String level = percentage == null ? "null" : """
                {"id": "%s", "name": "Advanced", "rank": 2, "tip_percentage": %s}
                """.formatted(levelOf(website), percentage);
        Broker.shared()
                .send(Event.of("writers.writer.changes", profile, "writers.writer.changed", revision, """
                {"id": "%s", "website_id": "%s", "writer_id": "%s", "level": %s, "is_active": true}
                """.formatted(
                                profile, website, writer, level)));
        BigDecimal expected = percentage == null ? null : new BigDecimal(percentage);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            Optional<WriterView> known = acting.as(website, () -> writers.find(writer));
            return known.isPresent() && same(known.get().tipPercentage(), expected);
        });
    }

    /** That of all of the website's writers. */
    public static UUID levelOf(String website) {
        return UUID.nameUUIDFromBytes(website.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean same(BigDecimal kept, BigDecimal expected) {
        return kept == null || expected == null ? kept == expected : kept.compareTo(expected) == 0;
    }
}
