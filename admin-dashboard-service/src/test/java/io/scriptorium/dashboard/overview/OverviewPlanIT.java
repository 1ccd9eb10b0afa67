package io.scriptorium.dashboard.overview;

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

/** What the overview's one statement reads: of three years' counters the days asked for, and never a fact but websites. */
@QuarkusTest
@WithParts
class OverviewPlanIT {
    /** 50 websites and all of them, three years. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site_day ON COMMIT DROP AS
            SELECT id, DATE '2030-11-01' - number AS day
              FROM (SELECT md5(number::text)::uuid AS id FROM generate_series(1, 50) AS number
                    UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS site,
                   generate_series(0, 1100) AS number;
            INSERT INTO user_days SELECT id, day, 'writer', 3 FROM site_day;
            INSERT INTO payment_days SELECT id, day, 'USD', 'tip', 3, 2, 200, 1, 20 FROM site_day;
            INSERT INTO reminder_days SELECT id, day, 'reminder', 3, 2, 2 FROM site_day;
            INSERT INTO special_order_days SELECT id, day, 'USD', 3, 3, 2, 100, 9 FROM site_day;
            INSERT INTO tip_days
            SELECT id, day, 'USD', 'order', 'Advanced', 3, 100, 60, 40, 2, 60, 40, 20, 0, 0 FROM site_day;
            INSERT INTO writer_days SELECT id, day, 3 FROM site_day;
            INSERT INTO ticket_days SELECT id, day, 3, 2, 1 FROM site_day;
            ANALYZE user_days, payment_days, reminder_days, special_order_days, tip_days, writer_days, ticket_days
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    OverviewDashboard dashboard;

    @Test
    void readsOfEachDashboardTheDaysAskedForAndNeverAFact() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    String plan = DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, 60));
                    assertThat(plan)
                            .contains(
                                    "user_days_pkey",
                                    "payment_days_pkey",
                                    "reminder_days_pkey",
                                    "special_order_days_pkey",
                                    "tip_days_pkey",
                                    "writer_days_pkey",
                                    "ticket_days_pkey")
                            .doesNotContain("Rows Removed by Join Filter")
                            .doesNotContainPattern("Seq Scan on \\w+_days")
                            .doesNotContainPattern(" on (?!website_fact)\\w+_fact");
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
