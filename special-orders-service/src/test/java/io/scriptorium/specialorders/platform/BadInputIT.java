package io.scriptorium.specialorders.platform;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aType;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anApprovedOrder;
import static io.scriptorium.specialorders.Suite.anInquiry;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.reason;
import static io.scriptorium.specialorders.Suite.step;
import static io.scriptorium.specialorders.Suite.typeFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.specialorders.WithParts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field wrong in every obvious way: a problem that names it, and nothing written. */
@QuarkusTest
@WithParts
class BadInputIT {
    private static final List<Object> NO_TEXT = List.of(5, 1.5, true, List.of("a"), Map.of("a", 1));
    private static final List<Object> NO_LINE =
            all(NO_TEXT, List.of("", "  ", "a\0b", "line\nbreak", "x".repeat(5001)));
    private static final List<Object> NO_PROSE = all(NO_TEXT, List.of("", "  ", "a\0b", "x".repeat(5001)));
    private static final List<Object> NO_MONEY =
            List.of("5", "x", true, List.of(), Map.of(), 0, -1, 0.001, 5.005, 100_000_000, 1e30);
    private static final List<Object> NO_PERCENTAGE = List.of("5", "x", true, List.of(), 0, -1, 100.01, 50.001);
    private static final List<Object> NO_DAYS = List.of("5", true, List.of(), 1.5, 0, -1, 3651, 99999999999L);
    private static final List<Object> NO_ID = all(NO_TEXT, List.of("x", ""));
    private static final List<Object> NO_DATE =
            all(NO_TEXT, List.of("", "tomorrow", "2026-02-30", "2020-01-01", "9999-12-31"));

    private final String website = aWebsite();
    private final String client = account();

    @Test
    void namesEachWrongFieldOfAnInquiry() {
        Map<String, Object> good = Map.of(
                "order_type",
                "predefined",
                "predefined_type_id",
                aType(website),
                "duration_days",
                10,
                "inquiry_details",
                "Chapter two.");
        Map<String, List<Object>> wrong = Map.of(
                "order_type", all(NO_TEXT, List.of("", "PREDEFINED", "other")),
                "predefined_type_id", all(NO_ID, List.of(account())),
                "duration_days", all(NO_DAYS, List.of(11)),
                "inquiry_details", NO_PROSE);
        each(good, wrong, body -> as("client", website, client).body(body).post(ORDERS));
        for (String field : good.keySet()) {
            Map<String, Object> body = new HashMap<>(good);
            body.remove(field);
            names(field, as("client", website, client).body(body).post(ORDERS), "nothing");
        }
        Map<String, Object> estimated = new HashMap<>(good);
        estimated.put("order_type", "estimated");
        names(
                "predefined_type_id",
                as("client", website, client).body(estimated).post(ORDERS),
                "estimated");
        as("client", website, client).get(ORDERS + "?total=true").then().body("total", is(0));
    }

    @Test
    void namesEachWrongFieldOfAStep() {
        String inquiry = anInquiry(website, client);
        steps(
                inquiry,
                "estimate",
                Map.of("total_cost", 100),
                Map.of(
                        "total_cost", NO_MONEY,
                        "deposit_required", all(NO_MONEY, List.of(100.01)),
                        "duration_days", NO_DAYS,
                        "reason", NO_LINE));
        steps(
                inquiry,
                "estimate",
                Map.of("price_per_day", 5),
                Map.of("price_per_day", all(NO_MONEY, List.of(99999999))));
        names("price_per_day", step(website, inquiry, "estimate", Map.of()), "nothing");
        names("price_per_day", step(website, inquiry, "estimate", Map.of("price_per_day", 1, "total_cost", 1)), "both");
        steps(
                inquiry,
                "assign-writer",
                Map.of("writer_id", account(), "pay_amount", 5),
                Map.of("writer_id", all(NO_ID, List.of(account())), "pay_amount", NO_MONEY, "reason", NO_LINE));
        steps(
                inquiry,
                "assign-writer",
                Map.of("writer_id", account(), "pay_percentage", 5),
                Map.of("pay_percentage", NO_PERCENTAGE));
        done(website, inquiry, "estimate", Map.of("total_cost", 100));
        steps(
                inquiry,
                "approve",
                Map.of(),
                Map.of("cost", NO_MONEY, "schedule", List.of("x", 5, List.of()), "reason", NO_LINE));
        schedules(inquiry, "approve", Map.of());
        admin(website).get(ORDERS + "/" + inquiry).then().body("version", is(1));

        String approved = anApprovedOrder(website, client);
        schedules(approved, "reschedule", reason());
        for (String step : List.of("start", "hold", "resume", "cancel", "complete", "reschedule")) {
            Map<String, Object> good = new HashMap<>(reason());
            if (step.equals("complete")) {
                good.put("method", "with_files");
                steps(approved, step, good, Map.of("method", all(NO_TEXT, List.of("", "somehow"))));
            }
            steps(approved, step, good, Map.of("reason", NO_LINE));
            good.remove("reason");
            names("reason", step(website, approved, step, good), "nothing");
        }
        String deposit =
                admin(website).get(ORDERS + "/" + approved).then().extract().path("installments[0].id");
        steps(approved, "installments/" + deposit + "/mark-paid", Map.of(), Map.of("reason", NO_LINE));
        admin(website).get(ORDERS + "/" + approved).then().body("version", is(2));
    }

    private void schedules(String order, String step, Map<String, ?> rest) {
        Map<String, List<Object>> wrong = Map.of(
                "deposit", all(NO_MONEY, List.of(100.01)),
                "first_due_on", NO_DATE,
                "parts", List.of("3", 0, -1, 61, 1.5, true),
                "every_days", List.of("3", 0, -1, 367, 1.5, true),
                "installments",
                        List.of(
                                "x",
                                5,
                                List.of(),
                                Map.of(),
                                List.of(5),
                                List.of(Map.of()),
                                List.of(Map.of(
                                        "amount",
                                        99.99,
                                        "due_on",
                                        LocalDate.now().plusDays(5).toString()))));
        wrong.forEach((field, values) -> values.forEach(value -> {
            Map<String, Object> body = new HashMap<>(rest);
            body.put("schedule", Map.of(field, value));
            names("schedule." + field, step(website, order, step, body), value);
        }));
        for (Object date : NO_DATE) {
            Map<String, Object> body = new HashMap<>(rest);
            body.put("schedule", Map.of("installments", List.of(Map.of("amount", 100, "due_on", date))));
            names("schedule.installments[0].due_on", step(website, order, step, body), date);
        }
    }

    @Test
    void namesEachWrongFieldOfATypeWhenCreatedAndWhenChanged() {
        String type = aType(website);
        Map<String, List<Object>> wrong = Map.of(
                "name",
                NO_LINE,
                "description",
                NO_PROSE,
                "active",
                List.of("true", 1, List.of()),
                "durations",
                List.of(
                        "x",
                        List.of(),
                        List.of(5),
                        List.of(Map.of("days", 10)),
                        List.of(Map.of("days", 0, "price", 5)),
                        List.of(Map.of("days", 10, "price", 0)),
                        List.of(Map.of("days", 10, "price", 1.001)),
                        List.of(Map.of("days", 10, "price", 5), Map.of("days", 10, "price", 6))));
        each(typeFields(), wrong, body -> admin(website).body(body).post("/api/v1/predefined-types"));
        wrong.forEach((field, values) -> values.forEach(value -> names(
                field,
                admin(website)
                        .header("If-Match", "\"0\"")
                        .body(Map.of(field, value))
                        .patch("/api/v1/predefined-types/" + type),
                value)));
        names("website_id", superadmin().body(typeFields()).post("/api/v1/predefined-types"), "nothing");
        for (String other : List.of(account(), aWebsite())) {
            Map<String, Object> body = new HashMap<>(typeFields());
            body.put("website_id", other);
            names("website_id", admin(website).body(body).post("/api/v1/predefined-types"), other);
        }
        admin(website)
                .get("/api/v1/predefined-types?total=true")
                .then()
                .body("total", is(1), "items[0].version", is(0));
    }

    @Test
    void namesAWrongPercentageAndAWrongNote() {
        for (Object value : NO_PERCENTAGE) {
            names(
                    "percentage",
                    admin(website)
                            .header("If-Match", "*")
                            .body(Map.of("percentage", value))
                            .put("/api/v1/deposit-settings/" + website),
                    value);
        }
        String order = anInquiry(website, client);
        for (String field : List.of("admin_notes", "inquiry_details")) {
            for (Object value : NO_PROSE) {
                names(
                        field,
                        admin(website)
                                .header("If-Match", "*")
                                .body(Map.of(field, value))
                                .patch(ORDERS + "/" + order),
                        value);
            }
        }
        names(
                "status",
                admin(website)
                        .header("If-Match", "*")
                        .body(Map.of("status", "completed"))
                        .patch(ORDERS + "/" + order),
                "x");
        admin(website).get(ORDERS + "/" + order).then().body("version", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "cursor=nonsense",
                "sort=total_cost",
                "total=yes",
                "fields=colour",
                "website_id=x",
                "client_id=1-1-1-1-1",
                "writer_id=",
                "order_type=PREDEFINED",
                "predefined_type_id=x",
                "status=open",
                "from=yesterday",
                "to=2026-01-01",
                "colour=red",
                "status=inquiry&status=inquiry"
            })
    void namesAWrongQueryParameter(String query) {
        for (String list : List.of("", "/approval-queue", "/estimated-queue")) {
            wrongParameter(ORDERS + list, query);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0", "cursor=nonsense", "sort=amount", "status=void", "statistics=yes", "total=true", "fields=id",
                "website_id=x", "client_id=x", "writer_id=x", "order_type=x", "predefined_type_id=x", "from=x", "to=x"
            })
    void namesAWrongQueryParameterOfInstallments(String query) {
        wrongParameter(ORDERS + "/installments", query);
    }

    private static void wrongParameter(String list, String query) {
        superadmin()
                .urlEncodingEnabled(false)
                .get(list + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(query.split("=")[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"text\"", "{", "{} {}", "{\"reason\":}", "\u0000"})
    void refusesABodyThatIsNoObject(String body) {
        String order = anApprovedOrder(website, client);
        for (Response answer : List.of(
                as("client", website, client).body(body).post(ORDERS),
                admin(website).body(body).post(ORDERS + "/" + order + "/start"),
                admin(website).body(body).post(ORDERS + "/" + order + "/reschedule"),
                admin(website).header("If-Match", "*").body(body).patch(ORDERS + "/" + order),
                admin(website).body(body).post("/api/v1/predefined-types"))) {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
            answer.then().contentType("application/problem+json");
        }
        admin(website).get(ORDERS + "/" + order).then().body("status", equalTo("awaiting_approval"));
    }

    private void steps(String order, String step, Map<String, ?> good, Map<String, List<Object>> wrong) {
        each(good, wrong, body -> step(website, order, step, body));
    }

    private static void each(
            Map<String, ?> good,
            Map<String, List<Object>> wrong,
            java.util.function.Function<Map<String, Object>, Response> sent) {
        wrong.forEach((field, values) -> values.forEach(value -> {
            Map<String, Object> body = new HashMap<>(good);
            body.put(field, value);
            names(field, sent.apply(body), value);
        }));
    }

    private static void names(String field, Response answer, Object value) {
        assertThat(answer.statusCode())
                .as("%s = %s: %s", field, value, answer.asString())
                .isIn(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<List<String>>path("errors.field"))
                .as("%s = %s: %s", field, value, answer.asString())
                .anyMatch(
                        named -> named.equals(field) || named.startsWith(field + "[") || named.startsWith(field + "."));
    }

    private static List<Object> all(List<?>... some) {
        return Stream.of(some).flatMap(List::stream).collect(Collectors.toList());
    }
}
