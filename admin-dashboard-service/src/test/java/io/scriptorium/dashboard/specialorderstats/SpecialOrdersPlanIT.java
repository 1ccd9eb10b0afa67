package io.scriptorium.dashboard.specialorderstats;

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

/** What each dashboard's one statement reads: counters by their keys, and never an order. */
@QuarkusTest
@WithParts
class SpecialOrdersPlanIT {
    /** 50 websites and all of them, three years. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site ON COMMIT DROP AS
            SELECT md5(number::text)::uuid AS id FROM generate_series(1, 50) AS number
            UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            INSERT INTO special_order_totals
            SELECT id, currency, status, order_type, 9, 1, 1, 8, 100
              FROM site,
                   unnest(ARRAY['EUR', 'USD']) AS currency,
                   unnest(ARRAY['inquiry', 'awaiting_approval', 'in_progress', 'completed']) AS status,
                   unnest(ARRAY['predefined', 'estimated']) AS order_type
                ON CONFLICT DO NOTHING;
            INSERT INTO special_order_days
            SELECT id, DATE '2030-11-01' - day, 'USD', 9, 6, 3, 100, 86400
              FROM site, generate_series(0, 1100) AS day;
            INSERT INTO special_order_group_days
            SELECT id, DATE '2030-11-01' - day, 'USD', status, order_type, 3, 100
              FROM site,
                   generate_series(0, 1100) AS day,
                   unnest(ARRAY['inquiry', 'in_progress', 'completed']) AS status,
                   unnest(ARRAY['predefined', 'estimated']) AS order_type;
            INSERT INTO special_order_group_months
            SELECT website_id, date_trunc('month', day), currency, status, order_type, sum(orders), sum(value)
              FROM special_order_group_days
             GROUP BY 1, 2, 3, 4, 5
                ON CONFLICT DO NOTHING;
            INSERT INTO special_order_type_days
            SELECT id, DATE '2030-11-01' - day, 'USD', name, 3, 2, 100
              FROM site, generate_series(0, 1100) AS day, unnest(ARRAY['Thesis', 'Essay']) AS name;
            INSERT INTO special_order_type_months
            SELECT website_id, date_trunc('month', day), currency, predefined_type, sum(orders), 2, sum(revenue)
              FROM special_order_type_days
             GROUP BY 1, 2, 3, 4
                ON CONFLICT DO NOTHING;
            INSERT INTO special_order_due_days
            SELECT id, paid, DATE '2030-12-01' - day, 'USD', 3, 100
              FROM site, generate_series(0, 1100) AS day, unnest(ARRAY[TRUE, FALSE]) AS paid;
            ANALYZE special_order_totals, special_order_days, special_order_group_days, special_order_group_months,
                    special_order_type_days, special_order_type_months, special_order_due_days
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    SpecialOrdersDashboard summary;

    @Inject
    SpecialOrderAnalyticsDashboard analytics;

    @Inject
    SpecialOrderInstallmentsDashboard installments;

    @Test
    void readsCountersByTheirKeysAndNeverAnOrder() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    assertThat(plan(connection, summary, scope, 60))
                            .contains("special_order_totals_pkey", "special_order_days_pkey");
                    assertThat(plan(connection, installments, scope, 60)).contains("special_order_due_days_pkey");
                    String year = plan(connection, analytics, scope, 365);
                    assertThat(year)
                            .contains(
                                    "special_order_days_pkey",
                                    "special_order_group_days_pkey",
                                    "special_order_group_months_pkey",
                                    "special_order_type_days_pkey",
                                    "special_order_type_months_pkey");
                    // A row for each day of both spans; by status and type eleven months and the 30 days around them,
                    // where there are six kinds and two names.
                    assertThat(DashboardPlan.rowsRead(year, "special_order_days"))
                            .as(year)
                            .isEqualTo(2 * 365);
                    assertThat(DashboardPlan.rowsRead(year, "special_order_group"))
                            .as(year)
                            .isEqualTo((11 + 30) * 6);
                    assertThat(DashboardPlan.rowsRead(year, "special_order_type"))
                            .as(year)
                            .isEqualTo((11 + 30) * 2);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static String plan(Connection connection, Dashboard<?> dashboard, StatsScope scope, int days)
            throws SQLException {
        String plan = DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, days));
        assertThat(plan)
                .doesNotContain("Seq Scan on special_order", "special_order_fact")
                // Days outside of the spans are not even looked at.
                .doesNotContain("Rows Removed by Join Filter");
        return plan;
    }
}
