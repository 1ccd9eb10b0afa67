package io.scriptorium.dashboard.writerstats;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.dashboard.query.DashboardPlan;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the dashboard's one statement reads: counters by their keys, and the first ten writers of an index. */
@QuarkusTest
@WithParts
class WritersPlanIT {
    /** 50 websites and all of them, three years. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site ON COMMIT DROP AS
            SELECT md5(number::text)::uuid AS id FROM generate_series(1, 50) AS number
            UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            INSERT INTO website_fact
            SELECT id, 'Essays', 1, FALSE, 'USD' FROM site WHERE id::text NOT LIKE 'ffff%';
            INSERT INTO writer_days
            SELECT id, DATE '2030-11-01' - day, 3 FROM site, generate_series(0, 1100) AS day;
            INSERT INTO order_request_days
            SELECT id, DATE '2030-11-01' - day, 3, 2, 1 FROM site, generate_series(0, 1100) AS day;
            INSERT INTO writer_fact
            SELECT md5(site.id::text || number)::uuid, site.id, site.id, 'W-1', 'Ada', 'active', 'Advanced', TRUE, 4.5, 3,
                   number, 1, number * 10, DATE '2030-01-01', 1, FALSE
              FROM site, generate_series(1, 2000) AS number
             WHERE site.id::text NOT LIKE 'ffff%';
            ANALYZE website_fact, writer_days, order_request_days, writer_fact
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    WritersDashboard dashboard;

    /** Of each website ten, or as many as it has: other tests have left some with fewer. */
    @Test
    void readsTenOfTwoThousandWritersOfEachOfFiftyWebsites() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    String plan = DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, 60));
                    assertThat(plan)
                            .contains("writer_days_pkey", "order_request_days_pkey")
                            .doesNotContain(
                                    "Seq Scan on writer_fact", "Seq Scan on writer_days", "Seq Scan on order_request");
                    assertThat(plan.lines().filter(line -> line.matches(".* on writer_fact.* rows=[1-9].*")))
                            .hasSize(2)
                            .allMatch(line -> line.matches(
                                    ".*Index Scan using writer_fact_by_\\w+ on .* rows=(10|\\d)\\.\\d\\d loops=.*"));
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
