package io.scriptorium.writers.account;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.accountFields;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.writers.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of accounts: their order, their pages, and what they cost among 200,000 others. */
@QuarkusTest
@WithParts
class AccountListsIT {
    private static final String FILL = """
            INSERT INTO account (id, website_id, username, email, full_name, role, suspension_reason,
                                 created_at, updated_at, version)
            SELECT gen_random_uuid(), '%s', 'filler-' || n, 'filler-' || n || '@mail.example', 'Filler',
                   (ARRAY['admin', 'support', 'editor', 'writer', 'client'])[1 + n %% 5],
                   CASE WHEN n %% 7 = 0 THEN 'Unpaid' END,
                   timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', 0
              FROM generate_series(1, 100000) AS n
            """;
    private static final int PAGE = 50;

    private static String website;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void fill() throws SQLException {
        if (website == null) {
            String filled = aWebsite();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(FILL.formatted(filled));
                statement.execute(FILL.formatted(aWebsite()));
                statement.execute("ANALYZE account");
            }
            website = filled;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "role=writer",
                "suspended=true",
                "suspended=false",
                "role=client&suspended=true",
                "sort=username",
                "sort=-username",
                "sort=created_at"
            })
    void readsLittleMoreThanItShows(String query) {
        Plan ofOne = Plans.of("account", () -> ok(admin(website), query));
        assertThat(ofOne.scansSequentially("account")).as(ofOne.toString()).isFalse();
        assertThat(ofOne.rowsRead("account")).as(ofOne.toString()).isLessThan(20L * PAGE);
        Plan ofOneAsSuperadmin = Plans.of("account", () -> ok(superadmin().queryParam("website_id", website), query));
        assertThat(ofOneAsSuperadmin.rowsRead("account"))
                .as(ofOneAsSuperadmin.toString())
                .isLessThan(20L * PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "role=writer", "suspended=true", "sort=created_at"})
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        Plan plan = Plans.of("account", () -> ok(superadmin(), query));
        assertThat(plan.scansSequentially("account")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("account")).as(plan.toString()).isLessThan(20L * PAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        admin(website)
                .get("/api/v1/accounts?limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", nullValue());
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        admin(website)
                .get("/api/v1/accounts?role=editor&total=true&limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", equalTo(20_000));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void sortsBothWaysAndGoesOnWhereAPageEnded() {
        String small = aWebsite();
        List<String> names = List.of("ada", "bea", "cyd", "dot", "eve");
        List<String> ids = new ArrayList<>();
        for (String name : List.of("dot", "ada", "eve", "cyd", "bea")) {
            Map<String, Object> fields = accountFields(small, "client");
            fields.put("username", name);
            ids.add(created(fields).extract().path("id"));
        }
        assertThat(allPages(small, "username", "username")).isEqualTo(names);
        assertThat(allPages(small, "-username", "username")).containsExactly("eve", "dot", "cyd", "bea", "ada");
        assertThat(allPages(small, "created_at", "id")).isEqualTo(ids);
    }

    @Test
    void refusesASortThatIsNotOfferedAndACursorOfAnotherSort() {
        superadmin()
                .get("/api/v1/accounts?sort=email")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("sort"), "detail", containsString("-username"));
        String small = aWebsite();
        anAccount(small, "client");
        anAccount(small, "client");
        String cursor = page(small, "limit=1&sort=username").extract().path("next_cursor");
        admin(small)
                .get("/api/v1/accounts?sort=created_at&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
        admin(UUID.randomUUID().toString())
                .get("/api/v1/accounts?total=yes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("total"));
    }

    private static List<String> allPages(String website, String sort, String field) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            ValidatableResponse page = page(website, "limit=2&sort=" + sort + cursor);
            all.addAll(page.extract().path("items." + field));
            String next = page.extract().path("next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        return all;
    }

    private static ValidatableResponse page(String website, String query) {
        return admin(website).get("/api/v1/accounts?" + query).then().statusCode(200);
    }

    private static void ok(RequestSpecification caller, String query) {
        caller.get("/api/v1/accounts?limit=" + PAGE + (query.isEmpty() ? "" : "&" + query))
                .then()
                .statusCode(200);
    }
}
