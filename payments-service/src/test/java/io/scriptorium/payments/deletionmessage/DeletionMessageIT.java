package io.scriptorium.payments.deletionmessage;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.payments.Marketplace.messageFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.tenant.ActingTenant;
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

@QuarkusTest
@WithParts
class DeletionMessageIT {
    private static final String PATH = "/api/v1/deletion-messages";

    @Inject
    Marketplace marketplace;

    @Inject
    DeletionMessageService messages;

    @Inject
    ActingTenant acting;

    @Inject
    SessionFactory sessions;

    private UUID website;

    @BeforeEach
    void start() {
        website = marketplace.aWebsite();
    }

    @Test
    void isMadeReadChangedAndDeletedWithItsEvents() throws Exception {
        String id = marketplace.aDeletionMessage(website).toString();
        admin(website.toString())
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("by_email", equalTo(true), "by_notification", equalTo(false));
        admin(website.toString()).body("{}").patch(PATH + "/" + id).then().statusCode(428);
        admin(website.toString())
                .header("If-Match", "\"0\"")
                .body(Map.of("by_notification", true))
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        admin(website.toString())
                .header("If-Match", "\"1\"")
                .body(Map.of("message", "{nothing}"))
                .patch(PATH + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("message"));
        admin(website.toString()).delete(PATH + "/" + id).then().statusCode(204);

        List<ConsumerRecord<String, String>> events = Topics.events("payments.deletion-message.changes", id, 3);
        Contract contract = new Contract("deletion-message");
        contract.fits(events.get(0).value());
        contract.fits(events.get(1).value());
        assertThat(events.get(1).value()).contains("\"by_notification\":true").doesNotContain("Dear");
        assertThat(events.get(2).value()).isNull();
    }

    @Test
    void usesTheActiveOneThatWasCreatedLast() {
        UUID first = marketplace.aDeletionMessage(website);
        UUID second = marketplace.aDeletionMessage(website);
        marketplace.aDeletionMessage(marketplace.aWebsite());
        assertThat(inUse()).isEqualTo(second);
        admin(website.toString())
                .header("If-Match", "\"0\"")
                .body(Map.of("is_active", false))
                .patch(PATH + "/" + second)
                .then()
                .statusCode(200);
        assertThat(inUse()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"support, 200, 403", "editor, 403, 403", "writer, 403, 403", "client, 403, 403"})
    void letsSupportReadAndAdminsWrite(String role, int reading, int writing) {
        UUID message = marketplace.aDeletionMessage(website);
        String subject = UUID.randomUUID().toString();
        as(role, website.toString(), subject).get(PATH).then().statusCode(reading);
        as(role, website.toString(), subject).get(PATH + "/" + message).then().statusCode(reading);
        as(role, website.toString(), subject)
                .body(messageFields())
                .post(PATH)
                .then()
                .statusCode(writing);
        as(role, website.toString(), subject)
                .delete(PATH + "/" + message)
                .then()
                .statusCode(writing);
    }

    @Test
    void isNotThereForAnotherWebsite() {
        UUID message = marketplace.aDeletionMessage(website);
        String other = marketplace.aWebsite().toString();
        admin(other).get(PATH + "/" + message).then().statusCode(404);
        admin(other)
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch(PATH + "/" + message)
                .then()
                .statusCode(404);
        admin(other).delete(PATH + "/" + message).then().statusCode(404);
    }

    @Test
    void isListedTheNewestFirstByPagesOfOneStatement() {
        String first = marketplace.aDeletionMessage(website).toString();
        String second = marketplace.aDeletionMessage(website).toString();
        assertThat(StatementCount.of(
                        sessions,
                        () -> admin(website.toString()).get(PATH).then().body("items.id", contains(second, first))))
                .isEqualTo(1);
        admin(website.toString()).get(PATH + "?is_active=false").then().body("items", hasSize(0));
    }

    private UUID inUse() {
        return acting.as(
                website.toString(), () -> messages.inUse(website).orElseThrow().id());
    }
}
