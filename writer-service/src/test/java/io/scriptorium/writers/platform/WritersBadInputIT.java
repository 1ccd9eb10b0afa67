package io.scriptorium.writers.platform;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.levelFields;
import static io.scriptorium.writers.WriterSuite.writerFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of levels, writers and order requests wrong in every obvious way: a problem that names it. */
@QuarkusTest
@WithParts
class WritersBadInputIT {
    private static final List<Object> NO_TEXT = List.of(5, 1.5, true, List.of("a"), Map.of("a", 1));
    private static final List<Object> NO_GOOD_LINE =
            List.of("", "   ", "a\0b", "line\nbreak", "x".repeat(6000), "\ud800");
    private static final List<Object> NO_NUMBER = List.of("5", "", true, List.of(1), Map.of("a", 1));
    private static final List<Object> NO_FLAG = List.of("true", 1, List.of(), Map.of("a", 1));
    private static final List<Object> NO_ID = List.of("x", 5, UUID.randomUUID().toString(), List.of());

    @Test
    void namesEachWrongFieldOfALevel() {
        String website = aWebsite();
        String existing = aLevel(website);
        Map<String, List<Object>> wrong = Map.of(
                "name", all(NO_TEXT, NO_GOOD_LINE, List.of("x".repeat(101))),
                "rank", all(NO_NUMBER, List.of(-1, 1001, 1.5, 99999999999L)),
                "tip_percentage", all(NO_NUMBER, List.of(-0.01, 100.01, 60.125, 1e9)),
                "max_open_order_requests", all(NO_NUMBER, List.of(-1, 1001, 2.5)),
                "max_active_orders", all(NO_NUMBER, List.of(-1, 1001, 2.5)));
        wrong.forEach((field, values) -> {
            for (Object value : values) {
                names(
                        field,
                        superadmin()
                                .body(levelFields(website, Map.of(field, value)))
                                .post("/api/v1/writer-levels"),
                        value);
                names(
                        field,
                        superadmin()
                                .header("If-Match", "\"0\"")
                                .body(Map.of(field, value))
                                .patch("/api/v1/writer-levels/" + existing),
                        value);
            }
            Map<String, Object> without = levelFields(website, Map.of());
            without.remove(field);
            names(field, superadmin().body(without).post("/api/v1/writer-levels"), "nothing");
            names(
                    field,
                    superadmin()
                            .header("If-Match", "\"0\"")
                            .body(Collections.singletonMap(field, null))
                            .patch("/api/v1/writer-levels/" + existing),
                    null);
        });
        for (Object value : NO_ID) {
            names(
                    "website_id",
                    superadmin()
                            .body(levelFields(website, Map.of("website_id", value)))
                            .post("/api/v1/writer-levels"),
                    value);
        }
        superadmin().get("/api/v1/writer-levels/" + existing).then().body("version", equalTo(0));
    }

    @Test
    void namesEachWrongFieldOfAWriter() {
        String website = aWebsite();
        String account = anAccount(website, "writer");
        Writer existing = aWriter(website);
        List<Object> noTags = List.of(
                "text",
                5,
                List.of(5),
                List.of(""),
                List.of("  "),
                List.of("a\nb"),
                List.of("x".repeat(61)),
                List.of("\ud800"),
                Collections.singletonList(null),
                Collections.nCopies(31, "a"));
        Map<String, List<Object>> wrong = Map.of(
                "pen_name",
                all(NO_TEXT, NO_GOOD_LINE),
                "level_id",
                NO_ID,
                "time_zone",
                all(NO_TEXT, NO_GOOD_LINE, List.of("Mars/Olympus", "+25:00")),
                "skills",
                noTags,
                "subjects",
                noTags,
                "introduction",
                all(NO_TEXT, List.of("", "  ", "a\0b", "x".repeat(5001))),
                "payment_schedule",
                all(NO_TEXT, List.of("", "weekly", "MONTHLY")),
                "verified",
                NO_FLAG,
                "is_available_for_auto_assignments",
                NO_FLAG,
                "availability_message",
                all(NO_TEXT, NO_GOOD_LINE));
        wrong.forEach((field, values) -> values.forEach(value -> {
            names(
                    field,
                    superadmin()
                            .body(writerFields(account, Map.of(field, value)))
                            .post("/api/v1/writers"),
                    value);
            names(
                    field,
                    superadmin()
                            .header("If-Match", "\"0\"")
                            .body(Map.of(field, value))
                            .patch("/api/v1/writers/" + existing.id()),
                    value);
        }));
        for (String field : List.of("pen_name", "time_zone", "payment_schedule", "writer_id")) {
            Map<String, Object> without = writerFields(account, Map.of());
            without.remove(field);
            names(field, superadmin().body(without).post("/api/v1/writers"), "nothing");
        }
        for (Object value : all(NO_TEXT, List.of("", "king", "ACTIVE", "suspended"))) {
            names(
                    "status",
                    superadmin()
                            .body(writerFields(account, Map.of("status", value)))
                            .post("/api/v1/writers"),
                    value);
        }
        for (Object value : NO_ID) {
            names(
                    "writer_id",
                    superadmin()
                            .body(writerFields(account, Map.of("writer_id", value)))
                            .post("/api/v1/writers"),
                    value);
        }
        names(
                "colour",
                superadmin()
                        .body(writerFields(account, Map.of("colour", "red")))
                        .post("/api/v1/writers"),
                "red");
        superadmin().get("/api/v1/writers/" + existing.id()).then().body("version", equalTo(0));
        superadmin().get("/api/v1/writers?writer_id=" + account).then().body("items.size()", equalTo(0));
    }

    @Test
    void namesWhatIsWrongInWhatIsDone() {
        String website = aWebsite();
        Writer writer = aWriter(website, Map.of("level_id", aLevel(website)));
        String path = "/api/v1/writers/" + writer.id();
        for (Object score : all(NO_NUMBER, List.of(0, 6, -1, 4.5))) {
            names("score", superadmin().body(Map.of("score", score)).post(path + "/reviews"), score);
        }
        names("score", superadmin().body("{}").post(path + "/reviews"), "nothing");
        for (Object status : all(NO_TEXT, List.of("", "king", "ACTIVE"))) {
            names("status", superadmin().body(Map.of("status", status)).post(path + "/status"), status);
        }
        for (Object reason : all(NO_TEXT, NO_GOOD_LINE)) {
            names(
                    "reason",
                    superadmin()
                            .body(Map.of("status", "closed", "reason", reason))
                            .post(path + "/status"),
                    reason);
        }
        List<Object> noProse = all(NO_TEXT, List.of("", "  ", "a\0b", "x".repeat(2001)));
        for (Object reason : noProse) {
            names(
                    "reason",
                    writer.asks()
                            .body(Map.of("order_id", UUID.randomUUID(), "reason", reason))
                            .post("/api/v1/order-requests"),
                    reason);
        }
        for (Object order : List.<Object>of("x", 5, "", List.of())) {
            names(
                    "order_id",
                    writer.asks()
                            .body(Map.of("order_id", order, "reason", "Me"))
                            .post("/api/v1/order-requests"),
                    order);
        }
        names("order_id", writer.asks().body(Map.of("reason", "Me")).post("/api/v1/order-requests"), "nothing");
        String request = writer.asks()
                .body(Map.of("order_id", UUID.randomUUID(), "reason", "Me"))
                .post("/api/v1/order-requests")
                .path("id");
        for (Object feedback : noProse) {
            names(
                    "feedback",
                    superadmin()
                            .body(Map.of("feedback", feedback))
                            .post("/api/v1/order-requests/" + request + "/reject"),
                    feedback);
        }
        superadmin().get("/api/v1/order-requests/" + request).then().body("version", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "writers?status=king",
                "writers?status=ACTIVE",
                "writers?is_active=yes",
                "writers?is_available_for_auto_assignments=1",
                "writers?level_id=x",
                "writers?writer_id=1-1-1-1-1",
                "writers?website_id=",
                "writers?registration_id=",
                "writers?fields=introduction",
                "writers?limit=201",
                "writers?sort=version",
                "writers?cursor=nonsense",
                "writers?q=a",
                "writer-levels?rank=1",
                "writer-levels?website_id=x",
                "writer-levels?total=1",
                "order-requests?status=closed",
                "order-requests?order_id=x",
                "order-requests?writer_id=x",
                "order-requests?requested_from=yesterday",
                "order-requests?requested_until=2026-02-30T00:00:00Z",
                "order-requests?sort=status",
                "order-requests?colour=red"
            })
    void namesAWrongQueryParameter(String query) {
        superadmin()
                .urlEncodingEnabled(false)
                .get("/api/v1/" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(query.substring(query.indexOf('?') + 1, query.indexOf('='))));
    }

    private static void names(String field, Response answer, Object value) {
        assertThat(answer.statusCode())
                .as("%s = %s: %s", field, value, answer.asString())
                .isIn(400, 422);
        assertThat(answer.<List<String>>path("errors.field"))
                .as("%s = %s: %s", field, value, answer.asString())
                .anyMatch(
                        named -> named.equals(field) || named.startsWith(field + "[") || named.startsWith(field + "."));
    }

    private static List<Object> all(List<?> some, List<?>... more) {
        List<Object> all = new ArrayList<>(some);
        Stream.of(more).forEach(all::addAll);
        return all;
    }
}
