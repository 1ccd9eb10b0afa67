package io.scriptorium.writers.writer;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.created;
import static io.scriptorium.writers.WriterSuite.inParallel;
import static io.scriptorium.writers.WriterSuite.writerFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithParts
class WriterIT {
    private static final String TOPIC = "writers.writer.changes";

    @Inject
    WriterService writers;

    @Inject
    ActingTenant acting;

    @Test
    void makesAProfileOfAWritersAccountAndShowsIt() {
        String website = aWebsite();
        String level = aLevel(website, Map.of("name", "Advanced", "tip_percentage", 62.5));
        String account = anAccount(website, "writer");
        String id = created(writerFields(
                        account,
                        Map.of("level_id", level, "subjects", List.of("Mathematics", "Logic"), "verified", true)))
                .header("ETag", "\"0\"")
                .body(
                        "website_id", equalTo(website),
                        "writer_id", equalTo(account),
                        "registration_id", matchesPattern("W-[0-9]{5,}"),
                        "level_name", equalTo("Advanced"),
                        "status", equalTo("active"),
                        "is_active", is(true))
                .extract()
                .path("id");
        admin(website)
                .get("/api/v1/writers/" + id)
                .then()
                .statusCode(200)
                .body(
                        "level_id", equalTo(level),
                        "tip_percentage", equalTo(62.5f),
                        "subjects", equalTo(List.of("Mathematics", "Logic")),
                        "skills", empty(),
                        "rating", equalTo(0f),
                        "reviews", is(0),
                        "payment_schedule", equalTo("monthly"),
                        "is_available_for_auto_assignments", is(false),
                        "availability_changed_at", notNullValue(),
                        "last_active_at", nullValue());
        admin(website)
                .get("/api/v1/writers")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)), "items[0].level_name", equalTo("Advanced"));
    }

    @Test
    void takesAWritersOwnApplication() {
        String website = aWebsite();
        String account = anAccount(website, "writer");
        String id = as("writer", website, account)
                .body(writerFields(null, Map.of()))
                .post("/api/v1/writers")
                .then()
                .statusCode(201)
                .body("status", equalTo("applied"), "is_active", is(false), "last_active_at", notNullValue())
                .extract()
                .path("id");
        as("writer", website, account).get("/api/v1/writers/" + id).then().statusCode(200);
        for (Map<String, Object> beyond : List.<Map<String, Object>>of(
                Map.of("status", "active"), Map.of("level_id", aLevel(website)), Map.of("verified", true))) {
            as("writer", website, anAccount(website, "writer"))
                    .body(writerFields(null, beyond))
                    .post("/api/v1/writers")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void makesOneProfileOfFiftySimultaneousRequests() throws Exception {
        Map<String, Object> fields = writerFields(anAccount(aWebsite(), "writer"), Map.of());
        List<Integer> answers = inParallel(
                50, () -> superadmin().body(fields).post("/api/v1/writers").statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void refusesAccountsAndLevelsThatDoNotFit() {
        String website = aWebsite();
        String elsewhere = aWebsite();
        for (String account : List.of(
                anAccount(website, "client"),
                anAccount(elsewhere, "writer"),
                UUID.randomUUID().toString())) {
            admin(website)
                    .body(writerFields(account, Map.of()))
                    .post("/api/v1/writers")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("writer_id"));
        }
        String account = anAccount(website, "writer");
        for (String level : List.of(aLevel(elsewhere), UUID.randomUUID().toString())) {
            superadmin()
                    .body(writerFields(account, Map.of("level_id", level)))
                    .post("/api/v1/writers")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("level_id"));
        }
    }

    @Test
    void keepsTheAccountOfAProfile() {
        Writer writer = aWriter(aWebsite());
        superadmin()
                .delete("/api/v1/accounts/" + writer.account())
                .then()
                .statusCode(409)
                .body("detail", containsString("profile"));
        superadmin()
                .header("If-Match", "\"0\"")
                .body(Map.of("role", "editor"))
                .patch("/api/v1/accounts/" + writer.account())
                .then()
                .statusCode(409)
                .body("detail", containsString("profile"));
        superadmin().delete("/api/v1/writers/" + writer.id()).then().statusCode(405);
    }

    @Test
    void letsWritersChangeWhatIsTheirsAndNoMore() {
        Writer writer = aWriter(aWebsite());
        String before = superadmin().get("/api/v1/writers/" + writer.id()).path("availability_changed_at");
        writer.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of("introduction", "I write about engines.\nAnd more.", "skills", List.of("Proofs")))
                .patch("/api/v1/writers/" + writer.id())
                .then()
                .statusCode(200)
                .body(
                        "skills", equalTo(List.of("Proofs")),
                        "availability_changed_at", equalTo(before),
                        "last_active_at", notNullValue(),
                        "version", is(1));
        String changed = writer.asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("is_available_for_auto_assignments", true, "availability_message", "Evenings"))
                .patch("/api/v1/writers/" + writer.id())
                .then()
                .statusCode(200)
                .body("is_available_for_auto_assignments", is(true), "availability_message", equalTo("Evenings"))
                .extract()
                .path("availability_changed_at");
        assertThat(changed).isGreaterThan(before);
        for (Map<String, Object> beyond : List.<Map<String, Object>>of(
                Map.of("pen_name", "Another"),
                Map.of("subjects", List.of("Law")),
                Map.of("time_zone", "Asia/Tokyo"),
                Map.of("payment_schedule", "bi_weekly"),
                Map.of("verified", true),
                Map.of("level_id", aLevel(writer.website())))) {
            writer.asks()
                    .header("If-Match", "\"2\"")
                    .body(beyond)
                    .patch("/api/v1/writers/" + writer.id())
                    .then()
                    .statusCode(403);
        }
        for (String counted : List.of("completed_orders", "active_orders", "total_earnings", "rating", "status")) {
            superadmin()
                    .header("If-Match", "\"2\"")
                    .body(Map.of(counted, 1))
                    .patch("/api/v1/writers/" + writer.id())
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(counted));
        }
        superadmin()
                .body(Map.of("pen_name", "Another"))
                .patch("/api/v1/writers/" + writer.id())
                .then()
                .statusCode(428);
        superadmin()
                .header("If-Match", "\"0\"")
                .body(Map.of("pen_name", "Another"))
                .patch("/api/v1/writers/" + writer.id())
                .then()
                .statusCode(412);
    }

    @Test
    void refusesEachIllegalTransitionAndNamesTheLegalOnes() {
        String website = aWebsite();
        Map<WriterStatus, List<WriterStatus>> ways = Map.of(
                WriterStatus.APPLIED, List.of(),
                WriterStatus.ACTIVE, List.of(WriterStatus.ACTIVE),
                WriterStatus.PROBATION, List.of(WriterStatus.PROBATION),
                WriterStatus.ON_BREAK, List.of(WriterStatus.ACTIVE, WriterStatus.ON_BREAK),
                WriterStatus.SUSPENDED, List.of(WriterStatus.ACTIVE, WriterStatus.SUSPENDED),
                WriterStatus.CLOSED, List.of(WriterStatus.CLOSED));
        ways.forEach((from, way) -> {
            for (WriterStatus to : WriterStatus.values()) {
                Writer writer = aWriter(website, Map.of("status", "applied"));
                way.forEach(step -> status(writer, step).then().statusCode(200));
                if (from.next().contains(to)) {
                    status(writer, to)
                            .then()
                            .statusCode(200)
                            .body(
                                    "status", equalTo(to.wireName()),
                                    "is_active", is(to == WriterStatus.ACTIVE || to == WriterStatus.PROBATION),
                                    "status_reason", equalTo("Because"));
                } else {
                    String legal = String.join(
                            ", ",
                            from.next().stream()
                                    .map(WriterStatus::wireName)
                                    .sorted()
                                    .toList());
                    status(writer, to).then().statusCode(409).body("detail", containsString(legal + "."));
                }
            }
        });
        assertThat(Arrays.stream(WriterStatus.values())
                        .map(status -> status.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(Arrays.stream(WriterStatus.values())
                        .map(WriterStatus::wireName)
                        .toList());
    }

    @Test
    void keepsTheRatingExactWhenFiftyReviewsComeAtOnce() throws Exception {
        Writer writer = aWriter(aWebsite());
        // 26 times 5 and 24 times 2 are 178 points: 3.56.
        List<Callable<Integer>> reviews = IntStream.range(0, 50)
                .mapToObj(n -> (Callable<Integer>) () -> superadmin()
                        .body(Map.of("score", n < 26 ? 5 : 2))
                        .post("/api/v1/writers/" + writer.id() + "/reviews")
                        .statusCode())
                .toList();
        assertThat(inParallel(reviews)).containsOnly(200);
        superadmin()
                .get("/api/v1/writers/" + writer.id())
                .then()
                .body("rating", equalTo(3.56f), "reviews", is(50), "version", is(50));
        superadmin()
                .header("If-Match", "\"49\"")
                .body(Map.of("score", 5))
                .post("/api/v1/writers/" + writer.id() + "/reviews")
                .then()
                .statusCode(412);
    }

    @Test
    void addsUpWhatHappensToAWriterWithoutCountingItAsAnEdit() throws Exception {
        Writer writer = aWriter(aWebsite());
        UUID account = UUID.fromString(writer.account());
        List<Callable<Boolean>> differences = IntStream.range(0, 50)
                .mapToObj(n -> (Callable<Boolean>) () -> acting.as(
                        writer.website(),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> writers.add(account, 1, n == 0 ? 74 : -1, new BigDecimal("10.25")))))
                .toList();
        // The first one alone, since no intermediate state may be below zero.
        assertThat(differences.get(0).call()).isTrue();
        assertThat(inParallel(differences.subList(1, 50))).containsOnly(true);
        superadmin()
                .get("/api/v1/writers/" + writer.id())
                .then()
                .body(
                        "completed_orders", is(50),
                        "active_orders", is(25),
                        "total_earnings", equalTo(512.50f),
                        "version", is(0));
        ConsumerRecord<String, String> last = events(TOPIC, writer.id(), 51).get(50);
        new Contract("writer").fits(last.value());
        assertThat(last.value()).contains("\"total_earnings\":512.50", "\"completed_orders\":50");
        assertThat(acting.<Boolean>as(
                        writer.website(),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> writers.add(UUID.randomUUID(), 1, 0, BigDecimal.ONE))))
                .isFalse();
        assertThat(acting.as(aWebsite(), () -> QuarkusTransaction.requiringNew().call(() -> writers.find(account))))
                .isEmpty();
        assertThat(acting.as(
                        writer.website(),
                        () -> QuarkusTransaction.requiringNew().call(() -> writers.find(account))))
                .hasValueSatisfying(found -> assertThat(found.id()).hasToString(writer.id()));
    }

    private static io.restassured.response.Response status(Writer writer, WriterStatus status) {
        return superadmin()
                .body(Map.of("status", status.wireName(), "reason", "Because"))
                .post("/api/v1/writers/" + writer.id() + "/status");
    }
}
