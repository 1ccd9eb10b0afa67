package io.scriptorium.dashboard.ingest;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What cannot be read holds back nothing, is lost nowhere, and is shown with its cause. */
@QuarkusTest
@WithParts
class DeadLetterIT {
    private static final String TOPIC = "admin-dashboard.dead-letters";

    private static final String LETTERS = "/api/v1/admin/operations/dead-letters";

    @Inject
    AgroalDataSource database;

    private final UUID site = UUID.randomUUID();
    private final Instant now = Instant.now();

    @Test
    void keepsEachUnreadableRecordWithItsCauseAndGoesOn() throws Exception {
        Event good = account(UUID.randomUUID(), 1, site, "writer", false, now);
        List<Event> unreadable = List.of(
                good.ofType("writers.account.promoted"),
                good.withKey("no-uuid"),
                good.withValue("{"),
                good.withValue("null"),
                good.withValue("[]"),
                good.withValue("{}"),
                good.withKey(UUID.randomUUID().toString()),
                good.withValue(good.value().replace("\"writer\"", "\"poet\"")),
                good.withValue(good.value().replace("false", "\"no\"")),
                good.withValue(good.value().replace(now.toString(), "yesterday")),
                good.withValue(good.value().replace(now.toString(), "+99999-01-01T00:00:00Z")),
                good.withValue(good.value().replace("\"" + site + "\"", "null")));
        List<Event> all = new ArrayList<>(unreadable);
        all.add(good);
        Broker.send(all.toArray(Event[]::new));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("admin", site)
                        .get("/api/v1/admin/dashboards/users")
                        .then()
                        .body("total_writers", is(1), "total_users", is(1)));
        List<String> keys = Stream.concat(unreadable.stream(), Stream.of(good))
                .map(Event::key)
                .distinct()
                .toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letters())
                        .filteredOn(letter -> keys.contains(letter.get("key")))
                        .hasSize(unreadable.size())
                        .allSatisfy(letter ->
                                assertThat(letter.get("cause").toString()).isNotBlank()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Broker.read(TOPIC))
                        .filteredOn(record -> keys.contains(record.key()))
                        .hasSizeGreaterThanOrEqualTo(unreadable.size())
                        .allSatisfy(record -> assertThat(causeOf(record)).isNotBlank()));
    }

    @Test
    void showsADeadLetterWholeAndSaysWhyItIsRefusedStill() throws Exception {
        Event unreadable =
                account(UUID.randomUUID(), 7, site, "writer", false, now).ofType("writers.account.promoted");
        Broker.send(unreadable);
        int id = awaitLetter(unreadable.key());
        superadmin()
                .get(LETTERS + "/" + id)
                .then()
                .statusCode(200)
                .body(
                        "key", is(unreadable.key()),
                        "type", is("writers.account.promoted"),
                        "revision", is("7"),
                        "value", is(unreadable.value()));
        superadmin()
                .request()
                .post(LETTERS + "/" + id + "/retry")
                .then()
                .statusCode(409)
                .body("detail", containsString("unknown here"));
        as("admin", site).request().post(LETTERS + "/" + id + "/retry").then().statusCode(403);
        superadmin().request().delete(LETTERS + "/" + id).then().statusCode(204);
        superadmin().get(LETTERS + "/" + id).then().statusCode(404);
        superadmin().request().delete(LETTERS + "/" + id).then().statusCode(404);
        superadmin().request().post(LETTERS + "/" + id + "/retry").then().statusCode(404);
    }

    /** As after a release that can read what the one before it could not. */
    @Test
    void takesADeadLetterThatCanBeReadByNow() throws Exception {
        Event event = account(UUID.randomUUID(), 7, site, "writer", false, now);
        Event unreadable = event.ofType("writers.account.promoted");
        Broker.send(website(site, 1, "Essays"), unreadable);
        int id = awaitLetter(unreadable.key());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE dead_letter SET type = '" + event.type() + "' WHERE id = " + id);
        }
        superadmin().request().post(LETTERS + "/" + id + "/retry").then().statusCode(204);
        as("admin", site).get("/api/v1/admin/dashboards/users").then().body("total_writers", is(1));
        superadmin().get(LETTERS + "/" + id).then().statusCode(404);
    }

    private static int awaitLetter(String key) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> letters().stream()
                                .filter(letter -> key.equals(letter.get("key")))
                                .map(letter -> (Integer) letter.get("id"))
                                .findFirst()
                                .orElse(0),
                        id -> id > 0);
    }

    private static List<java.util.Map<String, Object>> letters() {
        return superadmin()
                .get(LETTERS + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static String causeOf(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead_letter_cause").value());
    }
}
