package io.scriptorium.writers.writer;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of writers: their order, their pages, and what they cost among 200,000. */
@QuarkusTest
@WithParts
class WriterListsIT {
    private static final String FILL = """
            WITH filler AS (
                INSERT INTO account (id, website_id, username, email, full_name, role, created_at, updated_at, version)
                SELECT uuidv7(), '%1$s', 'filler-' || n, 'f@mail.example', 'Filler', 'writer', now(), now(), 0
                  FROM generate_series(%3$d, %4$d) AS n
                RETURNING id, username
            ), numbered AS (
                SELECT id, substr(username, 8)::integer AS n FROM filler
            )
            INSERT INTO writer_profile (id, website_id, writer_id, pen_name, level_id, status, status_changed_at,
                                        is_available_for_auto_assignments, availability_changed_at, rating, reviews,
                                        review_points, completed_orders, active_orders, total_earnings, time_zone,
                                        skills, subjects, introduction, payment_schedule, verified, created_at,
                                        updated_at, version)
            SELECT gen_random_uuid(), '%1$s', id, 'Filler ' || n,
                   (ARRAY[%2$s]::uuid[])[1 + abs(hashint4(n * 7)) %% 5],
                   (ARRAY['applied', 'active', 'on_break', 'probation', 'suspended', 'closed'])[1 + abs(hashint4(n)) %% 6],
                   now(), hashint4(n * 13) %% 3 = 0, now(), (abs(hashint4(n * 17)) %% 401 + 100) / 100.0, 1,
                   3, 0, 0, 0, 'UTC', '{}', '{}', repeat('x', 100), 'monthly', true,
                   timestamptz '2026-01-01' + n * interval '1 minute', now(), 0
              FROM numbered
            """;
    private static final int PART = 20_000;
    private static final int PAGE = 50;
    private static final String LEVEL = "level_id=LEVEL";

    private static String website;
    private static String level;
    private static Writer one;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void fill() throws SQLException {
        if (website == null) {
            List<String> filled = List.of(aWebsite(), aWebsite());
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String each : filled) {
                    List<String> levels = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        levels.add(aLevel(each));
                    }
                    // In parts, so that no statement runs for long where many tests share a machine.
                    for (int done = 0; done < 100_000; done += PART) {
                        statement.execute(
                                FILL.formatted(each, "'" + String.join("', '", levels) + "'", done + 1, done + PART));
                    }
                    level = levels.get(2);
                    one = aWriter(each, Map.of("level_id", level));
                }
                statement.execute("ANALYZE account, writer_profile, writer_level");
            }
            website = filled.get(1);
        }
    }

    /** Each filter alone and each sort: one index gives the page in its order, and the next page as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=created_at",
                "sort=rating",
                "sort=-rating",
                LEVEL,
                LEVEL + "&sort=created_at",
                LEVEL + "&sort=-rating",
                "status=suspended",
                "status=active&sort=created_at",
                "status=closed&sort=-rating",
                "is_active=true",
                "is_active=false&sort=created_at",
                "is_active=true&sort=-rating",
                "is_available_for_auto_assignments=true",
                "is_available_for_auto_assignments=true&sort=-rating",
                "is_available_for_auto_assignments=false"
            })
    void readsWhatItShows(String query) {
        for (RequestSpecification caller : List.of(admin(website), superadmin().queryParam("website_id", website))) {
            Plan plan = Plans.of("writer_profile", () -> ok(spec(caller), query));
            assertThat(plan.scansSequentially("writer_profile"))
                    .as(plan.toString())
                    .isFalse();
            assertThat(plan.rowsRead("writer_profile")).as(plan.toString()).isLessThanOrEqualTo(PAGE + 1);
        }
        String cursor = ok(admin(website), query).extract().path("next_cursor");
        Plan next = Plans.of("writer_profile", () -> ok(admin(website), "cursor=" + cursor + and(query)));
        assertThat(next.rowsRead("writer_profile")).as(next.toString()).isLessThanOrEqualTo(PAGE + 1);
    }

    /** Filters together: the index of one, and of what it gives a good part passes the others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                LEVEL + "&status=active",
                LEVEL + "&is_active=true&is_available_for_auto_assignments=true",
                LEVEL + "&is_active=true&is_available_for_auto_assignments=true&sort=-rating",
                "status=active&is_available_for_auto_assignments=true",
                "is_active=true&is_available_for_auto_assignments=false&sort=-rating",
                "is_active=true&status=probation&sort=-rating"
            })
    void readsLittleMoreThanItShowsOfFiltersTogether(String query) {
        Plan plan = Plans.of("writer_profile", () -> ok(admin(website), query));
        assertThat(plan.scansSequentially("writer_profile")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("writer_profile")).as(plan.toString()).isLessThan(20L * PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=-rating",
                "status=suspended",
                "status=suspended&sort=-rating",
                LEVEL,
                "is_active=true",
                "is_active=true&sort=-rating",
                "is_available_for_auto_assignments=true"
            })
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        Plan plan = Plans.of("writer_profile", () -> ok(superadmin(), query));
        assertThat(plan.scansSequentially("writer_profile")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("writer_profile")).as(plan.toString()).isLessThan(20L * PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"writer_id=ACCOUNT", "registration_id=REGISTRATION", "writer_id=ACCOUNT&status=active"})
    void findsOneByWhatIsUnique(String query) {
        String registration = superadmin().get("/api/v1/writers/" + one.id()).path("registration_id");
        String asked = query.replace("ACCOUNT", one.account()).replace("REGISTRATION", registration);
        for (RequestSpecification caller : List.of(admin(website), superadmin())) {
            Plan plan = Plans.of(
                    "writer_profile",
                    () -> spec(caller)
                            .get("/api/v1/writers?" + asked)
                            .then()
                            .statusCode(200)
                            .body("items.id", equalTo(List.of(one.id()))));
            assertThat(plan.rowsRead("writer_profile")).as(plan.toString()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        admin(website).get("/api/v1/writers?limit=" + limit).then().body("items", hasSize(limit), "total", nullValue());
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        int total = admin(website)
                .get("/api/v1/writers?is_active=true&sort=-rating&total=true&limit=" + limit)
                .then()
                .body("items", hasSize(limit), "items.is_active", everyItem(equalTo(true)))
                .extract()
                .path("total");
        assertThat(total).isBetween(30_000, 37_000);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        statistics.clear();
        admin(website).get("/api/v1/writers/" + one.id()).then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void filtersSortsAndGoesOnWhereAPageEnded() {
        String small = aWebsite();
        String high = aLevel(small);
        List<Writer> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Writer writer = aWriter(small, i % 2 == 0 ? Map.of("level_id", high) : Map.of("status", "applied"));
            superadmin()
                    .body(Map.of("score", 1 + (i * 2) % 5))
                    .post("/api/v1/writers/" + writer.id() + "/reviews")
                    .then()
                    .statusCode(200);
            all.add(writer);
        }
        // Scores: 1, 3, 5, 2, 4.
        assertThat(allPages(small, "sort=rating")).isEqualTo(ids(all, 0, 3, 1, 4, 2));
        assertThat(allPages(small, "sort=-rating")).isEqualTo(ids(all, 2, 4, 1, 3, 0));
        assertThat(allPages(small, "")).isEqualTo(ids(all, 4, 3, 2, 1, 0));
        assertThat(allPages(small, "level_id=" + high + "&sort=-rating")).isEqualTo(ids(all, 2, 4, 0));
        assertThat(allPages(small, "status=applied&sort=created_at")).isEqualTo(ids(all, 1, 3));
        assertThat(allPages(small, "is_active=true&status=applied")).isEmpty();
        assertThat(allPages(small, "is_available_for_auto_assignments=true")).isEmpty();
    }

    @Test
    void showsARowInListsAndMoreOfOneAndSelectsFields() {
        Map<String, Object> row = admin(website)
                .get("/api/v1/writers?writer_id=" + one.account())
                .then()
                .extract()
                .path("items[0]");
        assertThat(row).containsKeys("pen_name", "level_name", "rating").doesNotContainKeys("introduction", "skills");
        admin(website)
                .get("/api/v1/writers?fields=id,pen_name&writer_id=" + one.account())
                .then()
                .body("items", equalTo(List.of(Map.of("id", one.id(), "pen_name", "A. Lovelace"))));
        admin(website)
                .get("/api/v1/writers/" + one.id() + "?fields=skills")
                .then()
                .body("", equalTo(Map.of("skills", List.of())));
        admin(website)
                .get("/api/v1/writers?sort=pen_name")
                .then()
                .statusCode(400)
                .body("detail", containsString("created_at, -created_at, rating, -rating"));
    }

    private static List<String> ids(List<Writer> writers, int... positions) {
        List<String> ids = new ArrayList<>();
        for (int position : positions) {
            ids.add(writers.get(position).id());
        }
        return ids;
    }

    private static List<String> allPages(String website, String query) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            ValidatableResponse page = admin(website)
                    .get("/api/v1/writers?limit=2" + and(query) + cursor)
                    .then()
                    .statusCode(200);
            all.addAll(page.extract().path("items.id"));
            String next = page.extract().path("next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        return all;
    }

    private static String and(String query) {
        return query.isEmpty() ? "" : "&" + query;
    }

    /** The same caller again: a specification keeps what was sent with it. */
    private static RequestSpecification spec(RequestSpecification caller) {
        return io.restassured.RestAssured.given().spec(caller);
    }

    private static ValidatableResponse ok(RequestSpecification caller, String query) {
        return caller.get("/api/v1/writers?limit=" + PAGE + and(query.replace("LEVEL", level)))
                .then()
                .statusCode(200)
                .body("items", hasSize(PAGE));
    }
}
