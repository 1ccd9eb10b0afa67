package io.scriptorium.writers.orderrequest;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of requests: their order, their pages, and what they cost among 200,000. */
@QuarkusTest
@WithParts
class OrderRequestListsIT {
    /** 100 writers with 1,000 requests each; ten requests for an order, of which one is approved. */
    private static final String FILL = """
            WITH filler AS (
                INSERT INTO account (id, website_id, username, email, full_name, role, created_at, updated_at, version)
                SELECT md5('%1$s' || n)::uuid, '%1$s', 'asker-' || n, 'f@mail.example', 'Filler', 'writer', now(), now(), 0
                  FROM generate_series(0, 99) AS n
            ), profiles AS (
                INSERT INTO writer_profile (id, website_id, writer_id, pen_name, status, status_changed_at,
                                            is_available_for_auto_assignments, availability_changed_at, rating, reviews,
                                            review_points, completed_orders, active_orders, total_earnings, time_zone,
                                            skills, subjects, payment_schedule, verified, created_at, updated_at, version)
                SELECT gen_random_uuid(), '%1$s', md5('%1$s' || n)::uuid, 'Asker ' || n, 'active', now(), true, now(), 0,
                       0, 0, 0, 0, 0, 'UTC', '{}', '{}', 'monthly', true, now(), now(), 0
                  FROM generate_series(0, 99) AS n
            )
            INSERT INTO order_request (id, website_id, writer_id, order_id, reason, status, requested_at, decided_at,
                                       taken_up, updated_at, version)
            SELECT gen_random_uuid(), '%1$s', md5('%1$s' || n %% 100)::uuid, md5('%1$s order ' || n / 10)::uuid,
                   repeat('x', 100), status,
                   timestamptz '2026-01-01' + n * interval '1 minute',
                   CASE WHEN status <> 'open' THEN now() END, true, now(), 0
              FROM (SELECT n, CASE WHEN n %% 10 = 0 THEN 'approved'
                                   ELSE (ARRAY['open', 'rejected', 'withdrawn'])[1 + abs(hashint4(n)) %% 3] END AS status
                      FROM generate_series(0, 99999) AS n)
            """;

    private static final int PAGE = 50;

    private static String website;
    private static String writer;
    private static String order;

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
                statement.execute("ANALYZE account, writer_profile, order_request");
            }
            // Of the second half, so that no index is read from its end by chance.
            Map<String, Object> row = admin(filled)
                    .get("/api/v1/order-requests?status=open&requested_from=2026-02-01T00:00:00Z&sort=requested_at")
                    .path("items[0]");
            writer = (String) row.get("writer_id");
            order = (String) row.get("order_id");
            website = filled;
        }
    }

    /** Each filter, alone and together, in each order: one index gives the page, and the next page as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=requested_at",
                "status=open",
                "status=approved&sort=requested_at",
                "writer_id=WRITER",
                "writer_id=WRITER&sort=requested_at",
                "writer_id=WRITER&status=rejected",
                "requested_from=2026-02-01T00:00:00Z&requested_until=2026-03-01T00:00:00Z",
                "status=open&requested_from=2026-02-01T00:00:00Z&sort=requested_at",
                "status=withdrawn&requested_until=2026-02-01T00:00:00Z",
                "writer_id=WRITER&status=open&requested_until=2026-02-20T00:00:00Z"
            })
    void readsWhatItShows(String query) {
        for (RequestSpecification caller : List.of(admin(website), superadmin().queryParam("website_id", website))) {
            Plan plan = Plans.of("order_request", () -> ok(spec(caller), query));
            assertThat(plan.scansSequentially("order_request"))
                    .as(plan.toString())
                    .isFalse();
            assertThat(plan.rowsRead("order_request")).as(plan.toString()).isLessThanOrEqualTo(PAGE + 1);
        }
        String cursor = ok(admin(website), query).extract().path("next_cursor");
        Plan next = Plans.of(
                "order_request", () -> ok(admin(website), "cursor=" + cursor + (query.isEmpty() ? "" : "&" + query)));
        assertThat(next.rowsRead("order_request")).as(next.toString()).isLessThanOrEqualTo(PAGE + 1);
    }

    /** Where two indexes give the order, PostgreSQL may take the one that lies better on the disk, and filter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=requested_at",
                "status=approved",
                "status=open&requested_from=2026-02-01T00:00:00Z&sort=requested_at",
                "writer_id=WRITER&status=open"
            })
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        Plan plan = Plans.of("order_request", () -> ok(superadmin(), query));
        assertThat(plan.scansSequentially("order_request")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("order_request")).as(plan.toString()).isLessThan(20L * PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id=ORDER", "order_id=ORDER&status=approved", "order_id=ORDER&writer_id=WRITER"})
    void readsNoMoreThanTheRequestsOfAnOrder(String query) {
        for (RequestSpecification caller : List.of(admin(website), superadmin())) {
            Plan plan = Plans.of(
                    "order_request",
                    () -> spec(caller)
                            .get(path(query))
                            .then()
                            .statusCode(200)
                            .body("items.size()", greaterThan(0), "items.order_id", everyItem(equalTo(order))));
            assertThat(plan.rowsRead("order_request")).as(plan.toString()).isLessThanOrEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status=open", "status=withdrawn&sort=requested_at"})
    void readsWhatItShowsToAWriter(String query) {
        Plan plan = Plans.of(
                "order_request",
                () -> ok(as("writer", website, writer), query).body("items.writer_id", everyItem(equalTo(writer))));
        assertThat(plan.rowsRead("order_request")).as(plan.toString()).isLessThanOrEqualTo(PAGE + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        String id = admin(website)
                .get("/api/v1/order-requests?limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", nullValue())
                .extract()
                .path("items[0].id");
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        admin(website)
                .get("/api/v1/order-requests?status=approved&total=true&limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", equalTo(10_000));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        statistics.clear();
        admin(website).get("/api/v1/order-requests/" + id).then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAPageEndedWithinItsSpan() {
        String span = "requested_from=2026-01-02T00:00:00Z&requested_until=2026-01-02T00:05:00Z&limit=2";
        List<String> moments = new ArrayList<>();
        String cursor = "";
        do {
            ValidatableResponse page = admin(website)
                    .get("/api/v1/order-requests?" + span + cursor)
                    .then()
                    .statusCode(200);
            moments.addAll(page.extract().path("items.requested_at"));
            String next = page.extract().path("next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        assertThat(moments.stream().map(Instant::parse))
                .containsExactly(
                        Instant.parse("2026-01-02T00:04:00Z"),
                        Instant.parse("2026-01-02T00:03:00Z"),
                        Instant.parse("2026-01-02T00:02:00Z"),
                        Instant.parse("2026-01-02T00:01:00Z"),
                        Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void showsARowInListsAndMoreOfOneAndSelectsFields() {
        Map<String, Object> row =
                admin(website).get(path("order_id=ORDER")).then().extract().path("items[0]");
        assertThat(row).containsKeys("pen_name", "registration_id", "status").doesNotContainKeys("reason", "feedback");
        String id = (String) row.get("id");
        admin(website)
                .get("/api/v1/order-requests/" + id + "?fields=reason")
                .then()
                .body("", equalTo(Map.of("reason", "x".repeat(100))));
        admin(website)
                .get(path("order_id=ORDER&fields=id&limit=1"))
                .then()
                .body("items", equalTo(List.of(Map.of("id", id))));
    }

    /** The same caller again: a specification keeps what was sent with it. */
    private static RequestSpecification spec(RequestSpecification caller) {
        return io.restassured.RestAssured.given().spec(caller);
    }

    private static ValidatableResponse ok(RequestSpecification caller, String query) {
        return caller.get(path("limit=" + PAGE + (query.isEmpty() ? "" : "&" + query)))
                .then()
                .statusCode(200)
                .body("items", hasSize(PAGE));
    }

    private static String path(String query) {
        return "/api/v1/order-requests?" + query.replace("WRITER", writer).replace("ORDER", order);
    }
}
