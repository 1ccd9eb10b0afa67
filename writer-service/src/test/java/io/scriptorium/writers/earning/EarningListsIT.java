package io.scriptorium.writers.earning;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.owner.test.Callers;
import io.scriptorium.writers.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of earnings: its filters, its pages, and what it costs among 200,000 others. */
@QuarkusTest
@WithParts
class EarningListsIT {
    private static final String EARNINGS = "/api/v1/earnings";

    /** Two websites of 400 writers each, paid for 250 months. */
    private static final String FILL_WRITERS = """
            WITH writers AS (
                INSERT INTO account (id, website_id, username, email, full_name, role, created_at, updated_at, version)
                SELECT gen_random_uuid(), '%1$s', 'writer-' || n, 'filler@mail.example', 'Filler', 'writer',
                       timestamptz '2026-01-01', timestamptz '2026-01-01', 0
                  FROM generate_series(1, 400) AS n
                RETURNING id, website_id)
            INSERT INTO writer_profile (id, website_id, writer_id, pen_name, status, status_changed_at,
                                        is_available_for_auto_assignments, availability_changed_at, rating, reviews,
                                        review_points, completed_orders, active_orders, total_earnings, time_zone,
                                        skills, subjects, payment_schedule, verified, created_at, updated_at, version)
            SELECT gen_random_uuid(), website_id, id, 'Filler', 'active', timestamptz '2026-01-01', false,
                   timestamptz '2026-01-01', 0, 0, 0, 0, 0, 0, 'Europe/London', '{}', '{}', 'monthly', false,
                   timestamptz '2026-01-01', timestamptz '2026-01-01', 0
              FROM writers
            """;

    private static final String FILL_EARNINGS = """
            INSERT INTO earning (id, website_id, writer_id, payment_schedule, period_start, period_end,
                                 total_earnings, tips, orders_completed, created_at, updated_at, version)
            SELECT gen_random_uuid(), website_id, writer_id, 'monthly',
                   (date '2005-01-01' + n * interval '1 month')::date,
                   (date '2005-02-01' + n * interval '1 month' - interval '1 day')::date,
                   50 + hashint4(n) %% 4000 / 100.0, 1, 3, timestamptz '2026-01-01', timestamptz '2026-01-01', 0
              FROM writer_profile, generate_series(1, 250) AS n
             WHERE website_id = '%1$s'
            """;
    private static final int PAGE = 50;
    private static final long FEW = 5L * PAGE;

    private static String website;
    private static String writer;

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
                for (String each : List.of(filled, aWebsite())) {
                    statement.execute(FILL_WRITERS.formatted(each));
                    statement.execute(FILL_EARNINGS.formatted(each));
                }
                statement.execute("ANALYZE account, writer_profile, earning");
            }
            website = filled;
            writer = superadmin().get(EARNINGS + "?website_id=" + filled).path("items[0].writer_id");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "writer_id={writer}",
                "writer_id={writer}&period_from=2015-01-01",
                "period_from=2015-01-15",
                "period_to=2012-01-15",
                "period_from=2012-01-15&period_to=2012-03-15",
                "sort=period_end",
                "sort=total_earnings",
                "sort=-total_earnings"
            })
    void readsLittleMoreThanItShows(String query) {
        isCheap(() -> as("support", website, UUID.randomUUID().toString()), query);
        isCheap(() -> superadmin().queryParam("website_id", website), query);
        isCheap(Callers::superadmin, query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "period_from=2015-01-01", "sort=period_end"})
    void readsLittleMoreThanItShowsOfAWritersOwn(String query) {
        isCheap(() -> as("writer", website, writer), query);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        as("writer", website, writer).get(EARNINGS + "?limit=" + limit).then().body("items", hasSize(limit));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        as("admin", website, UUID.randomUUID().toString())
                .get(EARNINGS + "?period_from=2020-01-01&total=true&limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", notNullValue());
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void costsOneStatementForARecord() {
        String id = as("writer", website, writer).get(EARNINGS + "?limit=1").path("items[0].id");
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        as("writer", website, writer).get(EARNINGS + "/" + id).then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAPageEndedInEachSort() {
        for (String sort : List.of("period_end", "-period_end", "total_earnings", "-total_earnings")) {
            String query = EARNINGS + "?period_from=2012-01-15&sort=" + sort + "&limit=";
            List<String> whole = admin().get(query + 120).path("items.id");
            List<String> paged = new ArrayList<>();
            String cursor = "";
            while (paged.size() < whole.size()) {
                var page =
                        admin().get(query + 40 + cursor).then().statusCode(200).extract();
                paged.addAll(page.path("items.id"));
                cursor = "&cursor=" + page.path("next_cursor");
            }
            assertThat(paged).as(sort).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    private static RequestSpecification admin() {
        return as("admin", website, UUID.randomUUID().toString());
    }

    private static void isCheap(Supplier<RequestSpecification> caller, String query) {
        String asked = query.replace("{writer}", writer);
        Plan plan = Plans.of(
                "earning",
                () -> caller.get()
                        .get(EARNINGS + "?limit=" + PAGE + (asked.isEmpty() ? "" : "&" + asked))
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(PAGE)));
        assertThat(plan.scansSequentially("earning")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("earning")).as(plan.toString()).isLessThan(FEW);
    }
}
