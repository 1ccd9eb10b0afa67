package io.scriptorium.writers.inbox;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.inbox.ParcelHandler.changed;
import static io.scriptorium.writers.inbox.ParcelHandler.deleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.inbox.ParcelHandler.Applied;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From a broker to a handler: each change once, in order, whatever else is on the topic. */
@QuarkusTest
@WithParts
class InboxIT {
    private static final String REFUSED = "/api/v1/writer-service/refused-changes";

    @Inject
    ParcelHandler handler;

    @Inject
    MeterRegistry metrics;

    private final UUID site = UUID.randomUUID();
    private final UUID key = UUID.randomUUID();

    @Test
    void appliesAChangeAsItsWebsiteAndADeletionAsAll() throws Exception {
        Broker.shared().send(changed(key, site, 1, 10));
        awaitApplied(key, new Applied(key, 1, 10, site.toString()));
        Broker.shared().send(deleted(key, 2));
        awaitApplied(key, new Applied(key, 1, 10, site.toString()), new Applied(key, 2, null, "*"));
    }

    @Test
    void passesOverDuplicatesAndWhatIsOlder() throws Exception {
        Broker.shared().send(changed(key, site, 5, 50));
        awaitApplied(key, new Applied(key, 5, 50, site.toString()));
        Broker.shared()
                .send(changed(key, site, 4, 40), changed(key, site, 5, 50), deleted(key, 3), changed(key, site, 7, 70));
        awaitApplied(key, new Applied(key, 5, 50, site.toString()), new Applied(key, 7, 70, site.toString()));
    }

    @Test
    void keepsWhatItCannotApplyWithItsCauseAndGoesOn() throws Exception {
        Event good = changed(key, site, 1, 10);
        UUID light = UUID.randomUUID();
        UUID strange = UUID.randomUUID();
        handler.unforeseen.add(strange);
        double counted = counted();
        Map<Event, String> refused = new HashMap<>();
        refused.put(good.ofType(null), "the header ce_type is missing");
        refused.put(good.ofType("inbox-test.parcel.lost"), "its type is unknown here");
        refused.put(good.ofRevision(null), "the header ce_revision is missing");
        refused.put(good.ofRevision("new\u0000est"), "not a whole number");
        refused.put(good.withKey("no \u0000 key " + site), "the key is not a UUID");
        refused.put(good.withValue("{"), "the value is no JSON");
        refused.put(good.withValue("[]"), "the value is no Owner");
        refused.put(good.withValue("null"), "the JSON null");
        refused.put(good.withValue("{\"weight\": \"" + site + "\"}"), "the value is no Parcel: weight is no Integer");
        refused.put(good.withValue("{\"website_id\": \"elsewhere\"}"), "the value is no Owner: website_id is no UUID");
        refused.put(good.withValue("{}"), "the weight is missing");
        refused.put(changed(light, site, 1, -1), "the database refuses it");
        refused.put(changed(strange, site, 1, 1), "the handler failed: IllegalStateException at");
        List<Event> all = new ArrayList<>(refused.keySet());
        Collections.shuffle(all);
        all.add(all.size() / 2, good.ofRevision("9"));
        Broker.shared().send(all);

        awaitApplied(key, new Applied(key, 9, 10, site.toString()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counted() - counted).isEqualTo(refused.size()));
        List<Map<String, Object>> rows = superadmin()
                .get(REFUSED + "?limit=" + refused.size())
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(rows).hasSize(refused.size()).allSatisfy(row -> {
            assertThat(row.get("cause").toString()).doesNotContain("secret", site.toString());
            assertThat(row.get("value")).isNull();
        });
        for (String cause : refused.values()) {
            assertThat(rows)
                    .anySatisfy(row -> assertThat(row.get("cause").toString()).contains(cause));
        }
        assertThat(handler.applied(light)).isEmpty();
        assertThat(handler.applied(strange)).isEmpty();
    }

    @Test
    void appliesTheNewerChangeOfAKeyWhoseOlderOneWasRefused() throws Exception {
        Broker.shared().send(changed(key, site, 1, -1), changed(key, site, 2, 20));
        awaitApplied(key, new Applied(key, 2, 20, site.toString()));
        Broker.shared().send(changed(key, site, 3, -3), changed(key, site, 4, 40));
        awaitApplied(key, new Applied(key, 2, 20, site.toString()), new Applied(key, 4, 40, site.toString()));
    }

    @Test
    void showsARefusedChangeAndAppliesItWhenTheReasonIsGone() throws Exception {
        handler.unforeseen.add(key);
        Event event = changed(key, site, 3, 30);
        Broker.shared().send(event);
        String path = REFUSED + "/" + awaitRefused(key);

        superadmin()
                .get(path)
                .then()
                .statusCode(200)
                .body("topic", equalTo(ParcelHandler.TOPIC))
                .body("key", equalTo(key.toString()), "revision", equalTo("3"), "overtaken", is(false))
                .body("value", equalTo(event.value()));
        superadmin()
                .post(path + "/retry")
                .then()
                .statusCode(409)
                .body("detail", containsString("the handler failed"), "detail", not(containsString("secret")));
        assertThat(handler.applied(key)).isEmpty();

        handler.unforeseen.remove(key);
        superadmin().post(path + "/retry").then().statusCode(200).body("applied", is(true));
        assertThat(handler.applied(key)).containsExactly(new Applied(key, 3, 30, site.toString()));
        superadmin().post(path + "/retry").then().statusCode(404);
        superadmin().get(path).then().statusCode(404);
    }

    @Test
    void letsARefusedChangeGoThatANewerOneHasOvertaken() throws Exception {
        handler.unforeseen.add(key);
        Broker.shared().send(changed(key, site, 3, 30));
        String path = REFUSED + "/" + awaitRefused(key);
        handler.unforeseen.remove(key);
        Broker.shared().send(changed(key, site, 4, 40));
        awaitApplied(key, new Applied(key, 4, 40, site.toString()));

        superadmin().get(path).then().statusCode(200).body("overtaken", is(true));
        superadmin().post(path + "/retry").then().statusCode(200).body("applied", is(false));
        assertThat(handler.applied(key)).hasSize(1);
        superadmin().get(path).then().statusCode(404);
    }

    @Test
    void discardsARefusedChange() throws Exception {
        Broker.shared().send(deleted(key, 1).ofType("inbox-test.parcel.lost"));
        String path = REFUSED + "/" + awaitRefused(key);
        superadmin().get(path).then().statusCode(200).body("value", nullValue());
        superadmin().post(path + "/retry").then().statusCode(409);
        superadmin().delete(path).then().statusCode(204);
        superadmin().delete(path).then().statusCode(404);
    }

    @Test
    void isForWhoeverRunsTheSuiteAlone() {
        admin(site.toString()).get(REFUSED).then().statusCode(403);
        admin(site.toString()).get(REFUSED + "/1").then().statusCode(403);
        admin(site.toString()).post(REFUSED + "/1/retry").then().statusCode(403);
        admin(site.toString()).delete(REFUSED + "/1").then().statusCode(403);
        superadmin().get(REFUSED + "?colour=red").then().statusCode(400);
        superadmin().get(REFUSED + "?cursor=x").then().statusCode(400);
    }

    @Test
    void pagesOverRefusedChangesTheNewestFirst() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            UUID each = UUID.randomUUID();
            Broker.shared().send(changed(each, site, 1, -1));
            awaitRefused(each);
            keys.add(0, each.toString());
        }
        List<String> found = new ArrayList<>();
        String cursor = null;
        while (found.size() < 3) {
            var page = superadmin()
                    .queryParam("limit", 1)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get(REFUSED)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("items.key"));
            cursor = page.path("next_cursor");
        }
        assertThat(found).isEqualTo(keys);
    }

    @Test
    void triesAgainWhatFailsForAReasonThatPasses() throws Exception {
        handler.busy.put(key, new AtomicInteger(5));
        UUID other = UUID.randomUUID();
        double counted = counted();
        Broker.shared().send(changed(key, site, 1, 10), changed(other, site, 1, 11));
        awaitApplied(key, new Applied(key, 1, 10, site.toString()));
        awaitApplied(other, new Applied(other, 1, 11, site.toString()));
        assertThat(counted()).isEqualTo(counted);
    }

    @Test
    void leavesTheLastStateOfEachAfterAHistoryThatWasMistreated() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<UUID> keys = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            keys.add(UUID.randomUUID());
        }
        Map<UUID, Event> last = new HashMap<>();
        List<Event> history = new ArrayList<>();
        for (int revision = 1; revision <= 5_000; revision++) {
            UUID each = keys.get(random.nextInt(keys.size()));
            Event event = random.nextInt(10) == 0 ? deleted(each, revision) : changed(each, site, revision, revision);
            history.add(event);
            last.put(each, event);
        }
        for (int i = 0; i < 1_000; i++) {
            history.add(history.get(random.nextInt(history.size())));
        }
        Collections.shuffle(history, random);
        double counted = counted();
        Broker.shared().send(history);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (Event event : last.values()) {
                List<Applied> applied = handler.applied(UUID.fromString(event.key()));
                assertThat(applied).as("seed %d", seed).isNotEmpty();
                Applied end = applied.get(applied.size() - 1);
                assertThat(end.revision()).as("seed %d", seed).isEqualTo(Long.parseLong(event.revision()));
                assertThat(end.weight() == null).isEqualTo(event.value() == null);
                assertThat(applied.stream().mapToLong(Applied::revision))
                        .as("seed %d", seed)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        });
        assertThat(counted()).isEqualTo(counted);
    }

    private void awaitApplied(UUID each, Applied... expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(handler.applied(each)).containsExactly(expected));
    }

    /** The id under which it is kept. */
    private static int awaitRefused(UUID each) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> refused(each), found -> found != null);
    }

    private static Integer refused(UUID each) {
        return superadmin().get(REFUSED + "?limit=200").path("items.find { it.key == '" + each + "' }?.id");
    }

    private double counted() {
        return metrics.find("inbox.refused").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
