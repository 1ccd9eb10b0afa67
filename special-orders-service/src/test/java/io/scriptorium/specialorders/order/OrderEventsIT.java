package io.scriptorium.specialorders.order;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.owner.test.Topics.header;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aPredefinedOrder;
import static io.scriptorium.specialorders.Suite.aStartedOrder;
import static io.scriptorium.specialorders.Suite.aType;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.aWriter;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anInquiry;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.reason;
import static io.scriptorium.specialorders.Suite.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.specialorders.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What consumers get of each step, and what the history keeps of it. */
@QuarkusTest
@WithParts
class OrderEventsIT {
    @Inject
    AgroalDataSource database;

    private final String client = account();

    @Test
    void publishesEachStepAsTheContractSaysAndInOrder() throws Exception {
        String website = aWebsite();
        String id = aPredefinedOrder(website, client, aType(website));
        done(website, id, "assign-writer", Map.of("writer_id", aWriter(website), "pay_amount", 180));
        done(website, id, "approve", Map.of("schedule", Map.of("deposit", 100, "parts", 2)));
        done(website, id, "start", reason());
        done(website, id, "complete", Map.of("method", "by_admin", "reason", "A secret reason."));
        List<ConsumerRecord<String, String>> events = events(OrderChange.TOPIC, id, 5);
        Contract contract = new Contract("order");
        for (ConsumerRecord<String, String> event : events) {
            contract.fits(event.value());
            assertThat(event.value()).doesNotContain("Chapter two", "secret");
            assertThat(header(event, "ce_type")).isEqualTo("special-orders.order.changed");
            assertThat(header(event, "ce_source")).isEqualTo("/special-orders-service");
            assertThat(header(event, "ce_dataschema")).isEqualTo("urn:scriptorium:special-orders:order:v1");
        }
        assertThat(events.stream().mapToLong(event -> Long.parseLong(header(event, "ce_revision"))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events.get(4).value())
                .contains(
                        "\"status\":\"completed\"", "\"writer_pay\":180.00", "\"amount\":150.00", "\"name\":\"Thesis");
    }

    @Test
    void publishesNothingOfAStepThatWasRefused() {
        String website = aWebsite();
        String refused = anInquiry(website, client);
        step(website, refused, "start", reason()).then().statusCode(409);
        String later = anInquiry(website, client);
        events(OrderChange.TOPIC, later, 1);
        events(OrderChange.TOPIC, refused, 1);
    }

    @Test
    void publishesThePresentStateAgainWhenAsked() {
        String website = aWebsite();
        String id = aStartedOrder(website, client);
        String elsewhere = anInquiry(aWebsite(), client);
        superadmin()
                .body(Map.of("aggregate", "order", "website_id", website))
                .post("/api/v1/special-orders-service/outbox/republish")
                .then()
                .statusCode(200)
                .body("republished", is(1));
        List<ConsumerRecord<String, String>> events = events(OrderChange.TOPIC, id, 5);
        assertThat(events.get(4).value()).isEqualTo(events.get(3).value());
        events(OrderChange.TOPIC, elsewhere, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE order_history SET why = 'Another reason'",
                "DELETE FROM order_history",
                "TRUNCATE order_history"
            })
    void letsNobodyRewriteHistory(String sql) throws SQLException {
        String website = aWebsite();
        String id = anInquiry(website, client);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
        }
        superadmin().get(ORDERS + "/" + id + "/history").then().statusCode(200).body("items.size()", is(1));
    }
}
