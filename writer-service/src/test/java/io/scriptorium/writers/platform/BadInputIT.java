package io.scriptorium.writers.platform;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.accountFields;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.websiteFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.writers.WithParts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field wrong in every obvious way: a problem that names it, and nothing written. */
@QuarkusTest
@WithParts
class BadInputIT {
    /** Wrong for any field here that is text. */
    private static final List<Object> NO_TEXT = List.of(5, 1.5, true, List.of("a"), Map.of("a", 1));

    private static final List<Object> NO_GOOD_TEXT = List.of("", "   ", "a\0b", "line\nbreak", "x".repeat(1000));

    @Test
    void namesEachWrongFieldOfAWebsite() {
        Map<String, List<Object>> wrong = Map.of(
                "name", all(NO_TEXT, NO_GOOD_TEXT, List.of("\ud800")),
                "domain",
                        all(
                                NO_TEXT,
                                NO_GOOD_TEXT,
                                List.of("nodots", "-a.example", "a..example", "a b.example", "é.example")),
                "currency", all(NO_TEXT, NO_GOOD_TEXT, List.of("usd", "US", "XXXX", "ZZZ")),
                "time_zone", all(NO_TEXT, NO_GOOD_TEXT, List.of("Mars/Olympus", "+25:00")),
                "active", all(List.of("true", 1, List.of(), Map.of())));
        wrong.forEach((field, values) -> values.forEach(value -> {
            Map<String, Object> fields = websiteFields();
            fields.put(field, value);
            names(field, superadmin().body(fields).post("/api/v1/websites"), value);
        }));
        for (String field : List.of("name", "domain", "currency", "time_zone")) {
            Map<String, Object> fields = websiteFields();
            fields.remove(field);
            names(field, superadmin().body(fields).post("/api/v1/websites"), "nothing");
            fields.put(field, null);
            names(field, superadmin().body(fields).post("/api/v1/websites"), null);
        }
    }

    @Test
    void namesEachWrongFieldOfAnAccountWhenCreatedAndWhenChanged() {
        String website = aWebsite();
        String existing = anAccount(website, "writer");
        Map<String, List<Object>> wrong = Map.of(
                "username", all(NO_TEXT, NO_GOOD_TEXT, List.of("a", "a b", "-ab", "é".repeat(3), "x".repeat(65))),
                "email",
                        all(
                                NO_TEXT,
                                NO_GOOD_TEXT,
                                List.of("a", "a@b", "@mail.example", "a@@mail.example", "a b@mail.example")),
                "full_name", all(NO_TEXT, NO_GOOD_TEXT, List.of("\udc00")),
                "role", all(NO_TEXT, NO_GOOD_TEXT, List.of("Writer", "king")));
        wrong.forEach((field, values) -> values.forEach(value -> {
            Map<String, Object> fields = accountFields(website, "writer");
            fields.put(field, value);
            names(field, superadmin().body(fields).post("/api/v1/accounts"), value);
            names(
                    field,
                    superadmin()
                            .header("If-Match", "\"0\"")
                            .body(Map.of(field, value))
                            .patch("/api/v1/accounts/" + existing),
                    value);
        }));
        for (Object value : all(NO_TEXT, List.of("x", UUID.randomUUID().toString()))) {
            Map<String, Object> fields = accountFields(website, "writer");
            fields.put("website_id", value);
            names("website_id", superadmin().body(fields).post("/api/v1/accounts"), value);
        }
        names("website_id", superadmin().body(accountFields(null, "writer")).post("/api/v1/accounts"), "nothing");
        names(
                "website_id",
                superadmin().body(accountFields(website, "superadmin")).post("/api/v1/accounts"),
                website);
        superadmin().get("/api/v1/accounts/" + existing).then().body("version", equalTo(0));
        admin(website).get("/api/v1/accounts").then().body("items.size()", equalTo(1));
    }

    @Test
    void namesAWrongReason() {
        String id = anAccount(aWebsite(), "writer");
        for (Object reason : all(NO_TEXT, NO_GOOD_TEXT)) {
            names(
                    "reason",
                    superadmin().body(Map.of("reason", reason)).post("/api/v1/accounts/" + id + "/suspend"),
                    reason);
        }
        names("reason", superadmin().body("{}").post("/api/v1/accounts/" + id + "/suspend"), "nothing");
    }

    @Test
    void refusesFieldsThatItDoesNotKnowAndFieldsSentTwice() {
        Map<String, Object> fields = websiteFields();
        fields.put("colour", "red");
        names("colour", superadmin().body(fields).post("/api/v1/websites"), "red");
        superadmin()
                .body("{\"name\": \"A\", \"name\": \"B\"}")
                .post("/api/v1/websites")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"text\"", "{", "{} {}", "{\"name\":}", "\u0000", "<xml/>"})
    void refusesABodyThatIsNoObject(String body) {
        String account = anAccount(aWebsite(), "writer");
        for (Response answer : List.of(
                superadmin().body(body).post("/api/v1/websites"),
                superadmin().body(body).post("/api/v1/accounts"),
                superadmin().body(body).post("/api/v1/accounts/" + account + "/suspend"),
                superadmin().header("If-Match", "\"0\"").body(body).patch("/api/v1/accounts/" + account))) {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
            answer.then().contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=ten",
                "limit=99999999999999999999",
                "limit=1&limit=2",
                "cursor=nonsense",
                "cursor=W10",
                "cursor=WyJhIl0",
                "role=king",
                "role=",
                "suspended=yes",
                "website_id=1-1-1-1-1",
                "website_id=x",
                "q=",
                "q=%00",
                "q=a%0Ab",
                "colour=red"
            })
    void namesAWrongQueryParameter(String query) {
        superadmin()
                .urlEncodingEnabled(false)
                .get("/api/v1/accounts?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(query.split("=")[0]));
    }

    @Test
    void answersProblemsForWhatIsNotThere() {
        superadmin().get("/api/v1/accounts/not-an-id").then().statusCode(404).contentType("application/problem+json");
        superadmin()
                .get("/api/v1/accounts/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        superadmin().put("/api/v1/websites").then().statusCode(405).contentType("application/problem+json");
        superadmin()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/websites")
                .then()
                .statusCode(415);
        superadmin()
                .header("Accept", "image/png")
                .get("/api/v1/websites")
                .then()
                .statusCode(406);
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        Map<String, Object> fields = websiteFields();
        fields.put("name", "x".repeat(100_000));
        assertThat(superadmin().body(fields).post("/api/v1/websites").statusCode())
                .isEqualTo(413);
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

    private static List<Object> all(List<?> some, List<?>... more) {
        return Stream.concat(some.stream(), Stream.of(more).flatMap(List::stream))
                .collect(Collectors.toList());
    }
}
