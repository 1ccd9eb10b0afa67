package io.scriptorium.payments.reminderconfig;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.payments.Marketplace.configFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.payments.Marketplace;
import io.scriptorium.payments.StatementCount;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithParts
class ReminderConfigIT {
    private static final String PATH = "/api/v1/reminder-configs";

    @Inject
    Marketplace marketplace;

    @Inject
    SessionFactory sessions;

    private String website;

    @BeforeEach
    void start() {
        website = marketplace.aWebsite().toString();
    }

    @Test
    void isMadeReadChangedAndDeletedWithItsEvents() throws Exception {
        String id = admin(website)
                .body(configFields(50))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body(
                        "website_id", equalTo(website),
                        "deadline_percentage", equalTo(50),
                        "is_active", equalTo(true),
                        "display_order", equalTo(0))
                .extract()
                .path("id");
        admin(website).get(PATH + "/" + id).then().statusCode(200).header("ETag", "\"0\"");
        admin(website).body("{}").patch(PATH + "/" + id).then().statusCode(428);
        admin(website)
                .header("If-Match", "\"7\"")
                .body("{}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(412);
        admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("is_active", false, "display_order", 3))
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("is_active", equalTo(false), "deadline_percentage", equalTo(50));
        admin(website).delete(PATH + "/" + id).then().statusCode(204);
        admin(website).get(PATH + "/" + id).then().statusCode(404);

        List<ConsumerRecord<String, String>> events = Topics.events("payments.reminder-config.changes", id, 3);
        Contract contract = new Contract("reminder-config");
        contract.fits(events.get(0).value());
        contract.fits(events.get(1).value());
        assertThat(events.get(1).value()).contains("\"is_active\":false").doesNotContain("Dear");
        assertThat(events.get(2).value()).isNull();
        assertThat(Topics.header(events.get(2), "ce_type")).isEqualTo("payments.reminder-config.deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesAPercentageThatIsNone(int percentage) {
        admin(website)
                .body(configFields(percentage))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("deadline_percentage"));
    }

    @Test
    void hasEachPercentageOncePerWebsite() {
        marketplace.aConfig(UUID.fromString(website), 50);
        admin(website)
                .body(configFields(50))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("deadline_percentage"));
        marketplace.aConfig(marketplace.aWebsite(), 50);
    }

    @Test
    void refusesAnUnknownPlaceholderAndNamesThoseThatThereAre() {
        Map<String, Object> fields = configFields(50);
        fields.put("message", "Dear {customer}");
        fields.put("email_subject", "{sum} is due");
        admin(website)
                .body(fields)
                .post(PATH)
                .then()
                .statusCode(422)
                .body(
                        "errors.field", contains("email_subject", "message"),
                        "errors[1].message", containsString("{customer}"),
                        "errors[1].message",
                                containsString("{client_name}, {amount}, {currency}, {due_date}, {website},"
                                        + " {reference}"));
    }

    @Test
    void wantsAWayToReachTheClient() {
        Map<String, Object> fields = configFields(50);
        fields.put("by_email", false);
        fields.put("by_notification", false);
        admin(website).body(fields).post(PATH).then().statusCode(422).body("errors[0].field", equalTo("by_email"));
        UUID config = marketplace.aConfig(UUID.fromString(website), 50);
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"by_email\":null,\"by_notification\":false}")
                .patch(PATH + "/" + config)
                .then()
                .statusCode(422);
    }

    @Test
    void wantsTheWebsiteOfASuperadmin() {
        superadmin()
                .body(configFields(50))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("website_id"));
        Map<String, Object> elsewhere = configFields(50);
        elsewhere.put("website_id", UUID.randomUUID());
        superadmin().body(elsewhere).post(PATH).then().statusCode(422);
        admin(website).body(elsewhere).post(PATH).then().statusCode(422);
        elsewhere.put("website_id", website);
        superadmin().body(elsewhere).post(PATH).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"support, 200, 403", "editor, 403, 403", "writer, 403, 403", "client, 403, 403"})
    void letsSupportReadAndAdminsWrite(String role, int reading, int writing) {
        UUID config = marketplace.aConfig(UUID.fromString(website), 50);
        String subject = UUID.randomUUID().toString();
        as(role, website, subject).get(PATH).then().statusCode(reading);
        as(role, website, subject).get(PATH + "/" + config).then().statusCode(reading);
        as(role, website, subject).body(configFields(60)).post(PATH).then().statusCode(writing);
        as(role, website, subject)
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch(PATH + "/" + config)
                .then()
                .statusCode(writing);
        as(role, website, subject).delete(PATH + "/" + config).then().statusCode(writing);
    }

    @Test
    void isNotThereForAnotherWebsite() {
        UUID config = marketplace.aConfig(UUID.fromString(website), 50);
        String other = marketplace.aWebsite().toString();
        admin(other).get(PATH + "/" + config).then().statusCode(404);
        admin(other)
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch(PATH + "/" + config)
                .then()
                .statusCode(404);
        admin(other).delete(PATH + "/" + config).then().statusCode(404);
        admin(other).get(PATH + "?website_id=" + website).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void isListedInDisplayOrderByPagesOfOneStatement() {
        for (int percentage : List.of(10, 20, 30)) {
            Map<String, Object> fields = configFields(percentage);
            fields.put("display_order", 100 - percentage);
            fields.put("is_active", percentage != 20);
            Marketplace.created(PATH, UUID.fromString(website), fields);
        }
        admin(website).get(PATH).then().body("items.deadline_percentage", contains(30, 20, 10));
        admin(website)
                .get(PATH + "?is_active=true&sort=deadline_percentage")
                .then()
                .body("items.deadline_percentage", contains(10, 30));
        String cursor = admin(website)
                .get(PATH + "?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("next_cursor");
        assertThat(StatementCount.of(
                        sessions,
                        () -> admin(website).get(PATH + "?limit=2").then().statusCode(200)))
                .isEqualTo(1);
        admin(website)
                .get(PATH + "?limit=2&total=true&cursor=" + cursor)
                .then()
                .body("items.deadline_percentage", contains(10), "total", equalTo(3));
        admin(website).get(PATH + "?percentage=1").then().statusCode(400);
    }
}
