package io.scriptorium.dashboard.ingest;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
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

    private static List<java.util.Map<String, Object>> letters() {
        return superadmin()
                .get("/api/v1/admin/operations/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static String causeOf(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead_letter_cause").value());
    }
}
