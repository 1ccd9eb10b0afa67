package io.scriptorium.writers;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.all;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.owner.test.Topics.header;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.accountFields;
import static io.scriptorium.writers.Suite.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From the API to Kafka: what a consumer gets. */
@QuarkusTest
@WithParts
class ChangeEventsIT {
    private static final String ACCOUNTS = "writers.account.changes";
    private static final String WEBSITES = "writers.website.changes";

    @Test
    void publishesEachChangeOfAnAccountAsItsContractSaysAndInOrder() throws Exception {
        String id = anAccount(aWebsite(), "writer");
        superadmin()
                .body(Map.of("reason", "Unpaid"))
                .post("/api/v1/accounts/" + id + "/suspend")
                .then()
                .statusCode(200);
        superadmin().post("/api/v1/accounts/" + id + "/reactivate").then().statusCode(200);
        superadmin().delete("/api/v1/accounts/" + id).then().statusCode(204);

        List<ConsumerRecord<String, String>> events = events(ACCOUNTS, id, 4);
        Contract contract = new Contract("account");
        for (ConsumerRecord<String, String> event : events.subList(0, 3)) {
            contract.fits(event.value());
            assertThat(event.value()).doesNotContain("mail.example", "Some Body", "Unpaid");
            assertThat(header(event, "ce_type")).isEqualTo("writers.account.changed");
        }
        assertThat(events.get(3).value()).isNull();
        assertThat(header(events.get(3), "ce_type")).isEqualTo("writers.account.deleted");
        assertThat(events.stream().mapToLong(event -> Long.parseLong(header(event, "ce_revision"))))
                .isSorted()
                .doesNotHaveDuplicates();
        for (ConsumerRecord<String, String> event : events) {
            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(event, "ce_subject")).isEqualTo(id);
            assertThat(header(event, "ce_source")).isEqualTo("/writer-service");
            assertThat(header(event, "ce_dataschema")).isEqualTo("urn:scriptorium:writers:account:v1");
            assertThat(UUID.fromString(header(event, "ce_id")).version()).isEqualTo(7);
        }
    }

    @Test
    void publishesWebsitesAsTheirContractSays() throws Exception {
        String id = aWebsite();
        superadmin().delete("/api/v1/websites/" + id).then().statusCode(204);
        List<ConsumerRecord<String, String>> events = events(WEBSITES, id, 2);
        new Contract("website").fits(events.get(0).value());
        assertThat(events.get(1).value()).isNull();
    }

    @Test
    void publishesNothingOfARequestThatWasRefused() {
        String website = aWebsite();
        Map<String, Object> fields = accountFields(website, "writer");
        superadmin().body(fields).post("/api/v1/accounts").then().statusCode(201);
        superadmin().body(fields).post("/api/v1/accounts").then().statusCode(409);
        // An event of the refused request would stand before that of the next one.
        String later = anAccount(website, "client");
        events(ACCOUNTS, later, 1);
        assertThat(all(ACCOUNTS))
                .filteredOn(event -> event.value() != null && event.value().contains(website))
                .hasSize(2);
    }

    @Test
    void publishesThePresentStateAgainWhenAsked() {
        String website = aWebsite();
        String id = anAccount(website, "writer");
        String elsewhere = anAccount(aWebsite(), "writer");
        superadmin()
                .body(Map.of("aggregate", "account", "website_id", website))
                .post("/api/v1/writer-service/outbox/republish")
                .then()
                .statusCode(200)
                .body("republished", org.hamcrest.Matchers.is(1));
        List<ConsumerRecord<String, String>> events = events(ACCOUNTS, id, 2);
        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
        assertThat(events(ACCOUNTS, elsewhere, 1)).hasSize(1);
        superadmin()
                .body(Map.of("aggregate", "website"))
                .post("/api/v1/writer-service/outbox/republish")
                .then()
                .statusCode(200);
        events(WEBSITES, website, 2);
        superadmin()
                .body(Map.of("aggregate", "novel"))
                .post("/api/v1/writer-service/outbox/republish")
                .then()
                .statusCode(422)
                .body("errors[0].field", org.hamcrest.Matchers.equalTo("aggregate"));
    }

    @Test
    void tellsHowFarTheOutboxIs() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> superadmin()
                        .get("/api/v1/writer-service/outbox")
                        .then()
                        .statusCode(200)
                        .body("depth", org.hamcrest.Matchers.is(0), "parked", org.hamcrest.Matchers.is(0)));
        superadmin()
                .get("/api/v1/writer-service/outbox/parked")
                .then()
                .statusCode(200)
                .body("items", org.hamcrest.Matchers.empty());
        superadmin()
                .post("/api/v1/writer-service/outbox/parked/12345/release")
                .then()
                .statusCode(404);
        superadmin().delete("/api/v1/writer-service/outbox/parked/12345").then().statusCode(404);
    }
}
