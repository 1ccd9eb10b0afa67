package io.scriptorium.writers.account;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.accountFields;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.created;
import static io.scriptorium.writers.Suite.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.writers.WithParts;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithParts
class AccountIT {
    @Inject
    SessionFactory sessions;

    @Test
    void createsAnAccountAndShowsIt() {
        String website = aWebsite();
        Map<String, Object> fields = accountFields(website, "writer");
        String id = created(fields)
                .header("ETag", "\"0\"")
                .body(
                        "website_id", equalTo(website),
                        "role", equalTo("writer"),
                        "suspended", is(false),
                        "suspension_reason", nullValue(),
                        "version", is(0))
                .extract()
                .path("id");
        admin(website)
                .get("/api/v1/accounts/" + id)
                .then()
                .statusCode(200)
                .body("username", equalTo(fields.get("username")), "email", equalTo(fields.get("email")));
    }

    @Test
    void keepsUsernamesUniquePerWebsiteWhateverTheirCase() {
        String website = aWebsite();
        Map<String, Object> fields = accountFields(website, "writer");
        created(fields);
        fields.put("username", fields.get("username").toString().toUpperCase());
        superadmin()
                .body(fields)
                .post("/api/v1/accounts")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("username"));
        fields.put("website_id", aWebsite());
        created(fields);
    }

    @Test
    void letsOneOfFiftySimultaneousCreationsOfANameSucceed() throws Exception {
        Map<String, Object> fields = accountFields(aWebsite(), "client");
        List<Integer> answers = inParallel(
                50, () -> superadmin().body(fields).post("/api/v1/accounts").statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void letsOneOfManySimultaneousEditsOfAVersionSucceed() throws Exception {
        String id = anAccount(aWebsite(), "client");
        List<Integer> answers = inParallel(
                20,
                () -> superadmin()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("full_name", unique("Name")))
                        .patch("/api/v1/accounts/" + id)
                        .statusCode());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(19);
    }

    @Test
    void suspendsWithAReasonAndReactivates() {
        String website = aWebsite();
        String id = anAccount(website, "writer");
        admin(website)
                .body(Map.of("reason", "Copied a text"))
                .post("/api/v1/accounts/" + id + "/suspend")
                .then()
                .statusCode(200)
                .body("suspended", is(true), "suspension_reason", equalTo("Copied a text"), "version", is(1));
        admin(website)
                .body(Map.of("reason", "Again"))
                .post("/api/v1/accounts/" + id + "/suspend")
                .then()
                .statusCode(409);
        admin(website)
                .post("/api/v1/accounts/" + id + "/reactivate")
                .then()
                .statusCode(200)
                .body("suspended", is(false), "suspension_reason", nullValue(), "version", is(2));
        admin(website).post("/api/v1/accounts/" + id + "/reactivate").then().statusCode(409);
    }

    @Test
    void updatesDeletesAndForgets() {
        String website = aWebsite();
        String id = anAccount(website, "writer");
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"role\": \"editor\", \"full_name\": \"Other Name\"}")
                .patch("/api/v1/accounts/" + id)
                .then()
                .statusCode(200)
                .body("role", equalTo("editor"), "full_name", equalTo("Other Name"));
        admin(website)
                .header("If-Match", "\"0\"")
                .delete("/api/v1/accounts/" + id)
                .then()
                .statusCode(412);
        admin(website).delete("/api/v1/accounts/" + id).then().statusCode(204);
        admin(website).get("/api/v1/accounts/" + id).then().statusCode(404);
    }

    @Test
    void neverTurnsAnybodyIntoASuperadminOrBack() {
        String id = anAccount(aWebsite(), "admin");
        superadmin()
                .header("If-Match", "\"0\"")
                .body("{\"role\": \"superadmin\"}")
                .patch("/api/v1/accounts/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("role"));
        String root = anAccount(null, "superadmin");
        superadmin()
                .header("If-Match", "\"0\"")
                .body("{\"role\": \"admin\"}")
                .patch("/api/v1/accounts/" + root)
                .then()
                .statusCode(422);
    }

    @Test
    void filtersListsAndPagesOverThem() {
        String website = aWebsite();
        List<String> writers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            writers.add(0, anAccount(website, "writer"));
        }
        String client = anAccount(website, "client");
        superadmin()
                .body(Map.of("reason", "Unpaid"))
                .post("/api/v1/accounts/" + client + "/suspend")
                .then()
                .statusCode(200);

        assertThat(ids(Map.of("website_id", website, "role", "writer"))).isEqualTo(writers);
        assertThat(ids(Map.of("website_id", website, "suspended", "true"))).containsExactly(client);
        assertThat(ids(Map.of("website_id", website, "suspended", "false"))).isEqualTo(writers);
        assertThat(ids(Map.of("website_id", website))).hasSize(6).startsWith(client);
    }

    @Test
    void findsUsernamesByAPartAndTakesWildcardsLiterally() {
        String website = aWebsite();
        Map<String, Object> fields = accountFields(website, "client");
        fields.put("username", "Quill_Pen." + unique("x"));
        String id = created(fields).extract().path("id");
        anAccount(website, "client");
        assertThat(ids(Map.of("website_id", website, "q", "uill_pe"))).containsExactly(id);
        assertThat(ids(Map.of("website_id", website, "q", "q%n"))).isEmpty();
        assertThat(ids(Map.of("website_id", website, "q", "uill.pen"))).isEmpty();
    }

    @Test
    void listsAPageInOneStatementAndReadsAnAccountInOne() {
        String website = aWebsite();
        String id = anAccount(website, "writer");
        anAccount(website, "client");
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        admin(website)
                .get("/api/v1/accounts?role=writer&q=user")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        admin(website).get("/api/v1/accounts/" + id).then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void answersOnlyTheFieldsThatAreAskedFor() {
        String website = aWebsite();
        String id = anAccount(website, "writer");
        admin(website)
                .get("/api/v1/accounts?fields=id,role")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of(Map.of("id", id, "role", "writer"))), "next_cursor", nullValue());
        admin(website)
                .get("/api/v1/accounts/" + id + "?fields=id")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("", equalTo(Map.of("id", id)));
        for (String wrong : List.of("id,colour", "ID", "id,,role")) {
            admin(website)
                    .get("/api/v1/accounts?fields=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("fields"), "detail", containsString("full_name"));
        }
    }

    /** All pages, two at a time. */
    private static List<String> ids(Map<String, String> filters) {
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            var page = superadmin()
                    .queryParams(filters)
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/accounts")
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.path("items.id"));
            cursor = page.path("next_cursor");
        } while (cursor != null);
        return all;
    }

    private static <T> List<T> inParallel(int times, Callable<T> request) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(times);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : workers.invokeAll(java.util.Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }
}
