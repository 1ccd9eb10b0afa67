package io.scriptorium.dashboard.tipstats;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.dashboard.query.Dashboard;
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

/** What each dashboard's one statement reads: counters by their keys, never a tip, and not every performer. */
@QuarkusTest
@WithParts
class TipsPlanIT {
    /** 20 websites and all of them, three years; on one of them 20,000 clients, each active in many months. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site ON COMMIT DROP AS
            SELECT md5(number::text)::uuid AS id FROM generate_series(1, 20) AS number
            UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            INSERT INTO tip_totals
            SELECT id, 'USD', status, type, level, 9, 90, 60, 30, 540
              FROM site,
                   unnest(ARRAY['pending', 'completed', 'failed']) AS status,
                   unnest(ARRAY['direct', 'order', 'class']) AS type,
                   unnest(ARRAY['Novice', 'Advanced', 'Expert']) AS level
                ON CONFLICT DO NOTHING;
            INSERT INTO tip_days
            SELECT id, DATE '2030-11-10' - day, 'USD', type, level, 9, 90, 60, 30, 8, 80, 54, 26, 0, 0
              FROM site,
                   generate_series(0, 1100) AS day,
                   unnest(ARRAY['direct', 'order', 'class']) AS type,
                   unnest(ARRAY['Novice', 'Advanced', 'Expert']) AS level;
            INSERT INTO tip_months
            SELECT id, DATE '2030-11-01' - month * INTERVAL '1 month', 'USD', type, level, 9, 90, 60, 30, 0, 0
              FROM site,
                   generate_series(0, 60) AS month,
                   unnest(ARRAY['direct', 'order', 'class']) AS type,
                   unnest(ARRAY['Novice', 'Advanced', 'Expert']) AS level
                ON CONFLICT DO NOTHING;
            INSERT INTO tip_performer_months
            SELECT site, 'client', 'USD', md5('client' || account)::uuid,
                   DATE '2030-11-01' - month * INTERVAL '1 month', 1, 1 + (account * 7919 + month) % 997, 1
              FROM unnest(ARRAY['c4ca4238-a0b9-2382-0dcc-509a6f75849b',
                                'ffffffff-ffff-ffff-ffff-ffffffffffff']::uuid[]) AS site,
                   generate_series(1, 20000) AS account,
                   generate_series(0, 2) AS month;
            INSERT INTO tip_performer_days
            SELECT 'c4ca4238-a0b9-2382-0dcc-509a6f75849b', 'client', 'USD', md5('client' || account)::uuid,
                   DATE '2030-11-10' - day * 9, 1, 5, 1
              FROM generate_series(1, 20000) AS account, generate_series(0, 5) AS day;
            ANALYZE tip_totals, tip_days, tip_months, tip_performer_months, tip_performer_days
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 10);

    @Inject
    AgroalDataSource database;

    @Inject
    TipsDashboard summary;

    @Inject
    TipAnalyticsDashboard analytics;

    @Inject
    TipEarningsDashboard earnings;

    @Test
    void readsCountersByTheirKeysAndNeitherTipsNorAllPerformers() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    assertThat(plan(connection, summary, scope, Span.lastDays(TODAY, 30)))
                            .contains("tip_totals_pkey", "tip_days_pkey");
                    String best = plan(connection, analytics, scope, Span.lastDays(TODAY, 30));
                    assertThat(best).contains("tip_days_pkey", "tip_performer_months_best", "tip_performer_days_pkey");
                    // Fifty of each of two months, and their days: not 20,000.
                    assertThat(DashboardPlan.rowsRead(best, "tip_performer"))
                            .as(best)
                            .isBetween(100L, 2_000L);
                    // Nine kinds a day, and both spans.
                    assertThat(DashboardPlan.rowsRead(best, "tip_days"))
                            .as(best)
                            .isEqualTo(2 * 30 * 9);
                    assertThat(plan(connection, earnings, scope, new Span(LocalDate.of(1970, 1, 1), TODAY)))
                            .contains("tip_months_pkey", "tip_days_pkey");
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static String plan(Connection connection, Dashboard<?> dashboard, StatsScope scope, Span span)
            throws SQLException {
        String plan = DashboardPlan.of(connection, dashboard, scope, span);
        assertThat(plan)
                .doesNotContain("Seq Scan on tip_", "tip_fact")
                // Days outside of the spans are not even looked at.
                .doesNotContain("Rows Removed by Join Filter");
        return plan;
    }
}
