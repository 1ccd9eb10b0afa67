package io.scriptorium.writers.level;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.writers.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of levels: their order, and what they cost among 200,000. */
@QuarkusTest
@WithParts
class LevelListsIT {
    private static final String FILL = """
            INSERT INTO writer_level (id, website_id, name, rank, tip_percentage, max_open_order_requests,
                                      max_active_orders, created_at, updated_at, version)
            SELECT gen_random_uuid(), '%s', 'Filler ' || n, abs(hashint4(n)) %% 1000, 50, 5, 3, now(), now(), 0
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
                statement.execute("ANALYZE writer_level");
            }
            website = filled;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sort=-rank", "sort=name", "sort=-name"})
    void readsWhatItShows(String query) {
        for (RequestSpecification caller :
                List.of(admin(website), superadmin().queryParam("website_id", website), superadmin())) {
            Plan plan = Plans.of(
                    "writer_level",
                    () -> io.restassured.RestAssured.given()
                            .spec(caller)
                            .get("/api/v1/writer-levels?limit=" + PAGE + "&" + query)
                            .then()
                            .statusCode(200)
                            .body("items", hasSize(PAGE)));
            assertThat(plan.scansSequentially("writer_level"))
                    .as(plan.toString())
                    .isFalse();
            assertThat(plan.rowsRead("writer_level")).as(plan.toString()).isLessThanOrEqualTo(PAGE + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        String id = admin(website)
                .get("/api/v1/writer-levels?limit=" + limit)
                .then()
                .body("items", hasSize(limit))
                .extract()
                .path("items[0].id");
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        admin(website)
                .get("/api/v1/writer-levels?sort=name&total=true&limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", equalTo(100_000));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        statistics.clear();
        admin(website).get("/api/v1/writer-levels/" + id).then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void sortsByRankUnlessAskedOtherwiseAndSelectsFields() {
        String small = aWebsite();
        String second = aLevel(small, Map.of("name", "B", "rank", 2));
        String third = aLevel(small, Map.of("name", "A", "rank", 3));
        String first = aLevel(small, Map.of("name", "C", "rank", 1));
        admin(small).get("/api/v1/writer-levels").then().body("items.id", equalTo(List.of(first, second, third)));
        admin(small)
                .get("/api/v1/writer-levels?sort=-name&fields=id")
                .then()
                .body("items", equalTo(List.of(Map.of("id", first), Map.of("id", second), Map.of("id", third))));
    }
}
