package io.scriptorium.writers.account;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.all;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.owner.test.Topics.header;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.accountFields;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.test.LocalParts;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite;
import io.scriptorium.writers.WriterSuite.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** How clients are reached leaves on one topic, for as long as they are clients, and on no other. */
@QuarkusTest
@WithParts
class ContactEventsIT {
    private static final String CONTACTS = "writers.contact.changes";

    @Test
    void publishesAClientUntilItIsDeleted() throws Exception {
        Map<String, Object> fields = accountFields(aWebsite(), "client");
        String id = created(fields).extract().path("id");
        superadmin()
                .header("If-Match", "\"0\"")
                .body(Map.of("email", "other@mail.example"))
                .patch("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
        superadmin()
                .body(Map.of("reason", "Unpaid"))
                .post("/api/v1/accounts/" + id + "/suspend")
                .then()
                .statusCode(200);
        superadmin().delete("/api/v1/accounts/" + id).then().statusCode(204);
        List<ConsumerRecord<String, String>> events = events(CONTACTS, id, 3);
        Contract contract = new Contract("contact");
        contract.fits(events.get(0).value());
        contract.fits(events.get(1).value());
        assertThat(events.get(0).value()).contains((String) fields.get("email"), "Some Body");
        assertThat(events.get(1).value()).contains("other@mail.example");
        assertThat(header(events.get(1), "ce_type")).isEqualTo("writers.contact.changed");
        assertThat(events.get(2).value()).isNull();
        assertThat(header(events.get(2), "ce_type")).isEqualTo("writers.contact.deleted");
        assertThat(events.stream().mapToLong(event -> Long.parseLong(header(event, "ce_revision"))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void isSetToBeCompactedWithinHalfADay() throws Exception {
        events(CONTACTS, anAccount(aWebsite(), "client"), 1);
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, CONTACTS);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", LocalParts.kafka().bootstrapServers()))) {
            Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("max.compaction.lag.ms").value())
                    .isEqualTo(Long.toString(Duration.ofHours(12).toMillis()));
        }
    }

    @Test
    void forgetsWhoIsAClientNoMoreAndKnowsWhoBecomesOne() {
        String website = aWebsite();
        String id = anAccount(website, "client");
        becomes(id, 0, "editor");
        becomes(id, 1, "writer");
        becomes(id, 2, "client");
        List<ConsumerRecord<String, String>> events = events(CONTACTS, id, 3);
        assertThat(events.get(1).value()).isNull();
        assertThat(events.get(2).value()).contains("Some Body");
        // Whoever never was one never was there.
        String editor = anAccount(website, "editor");
        superadmin().delete("/api/v1/accounts/" + editor).then().statusCode(204);
        events("writers.account.changes", editor, 2);
        events(CONTACTS, anAccount(website, "client"), 1);
        assertThat(all(CONTACTS)).noneMatch(event -> editor.equals(event.key()));
    }

    @Test
    void publishesClientsAgainWhenAsked() {
        String website = aWebsite();
        String client = anAccount(website, "client");
        anAccount(website, "writer");
        superadmin()
                .body(Map.of("aggregate", "contact", "website_id", website))
                .post("/api/v1/writer-service/outbox/republish")
                .then()
                .statusCode(200)
                .body("republished", is(1));
        List<ConsumerRecord<String, String>> events = events(CONTACTS, client, 2);
        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
    }

    /** Every kind of change, each of a person whose words and addresses can be told from all others. */
    @Test
    void bringsNamesAndAddressesToNoOtherTopic() {
        String website = aWebsite();
        String mark = "Zebedee" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> client = accountFields(website, "client");
        client.put("full_name", mark);
        client.put("email", mark + "@mail.example");
        String clientId = created(client).extract().path("id");
        Map<String, Object> account = accountFields(website, "writer");
        account.put("full_name", mark);
        account.put("email", mark + "@mail.example");
        String accountId = created(account).extract().path("id");
        String level = WriterSuite.aLevel(website);
        String profile = WriterSuite.created(WriterSuite.writerFields(
                        accountId, Map.of("level_id", level, "introduction", mark, "availability_message", mark)))
                .extract()
                .path("id");
        Writer writer = new Writer(website, profile, accountId);
        String request = writer.asks()
                .body(Map.of("order_id", UUID.randomUUID(), "reason", mark))
                .post("/api/v1/order-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        superadmin()
                .body(Map.of("feedback", mark))
                .post("/api/v1/order-requests/" + request + "/reject")
                .then()
                .statusCode(200);
        events(CONTACTS, clientId, 1);
        events("writers.order-request.changes", request, 2);
        events("writers.writer.changes", profile, 2);
        for (String topic : List.of(
                "writers.website.changes",
                "writers.account.changes",
                "writers.writer.changes",
                "writers.order-request.changes",
                "writers.ticket.changes")) {
            assertThat(all(topic))
                    .as(topic)
                    .noneMatch(event -> event.value() != null && event.value().contains(mark));
        }
        assertThat(all(CONTACTS))
                .filteredOn(event -> event.value() != null && event.value().contains(mark))
                .extracting(ConsumerRecord::key)
                .containsOnly(clientId);
    }

    private static void becomes(String id, int version, String role) {
        superadmin()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("role", role))
                .patch("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
    }
}
