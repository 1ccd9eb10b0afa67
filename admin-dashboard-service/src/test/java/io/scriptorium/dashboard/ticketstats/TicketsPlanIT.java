package io.scriptorium.dashboard.ticketstats;

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

/** What the dashboard's one statement reads: counters by their keys, and the oldest open ticket. */
@QuarkusTest
@WithParts
class TicketsPlanIT {
    /** 50 websites and all of them, three years. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site ON COMMIT DROP AS
            SELECT md5(number::text)::uuid AS id FROM generate_series(1, 50) AS number
            UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            INSERT INTO ticket_totals
            SELECT id, status, category, 'normal', 9
              FROM site,
                   unnest(ARRAY['open', 'in_progress', 'resolved', 'closed']) AS status,
                   unnest(ARRAY['technical', 'other']) AS category
                ON CONFLICT DO NOTHING;
            INSERT INTO ticket_days
            SELECT id, DATE '2030-11-01' - day, 3, 2, 1 FROM site, generate_series(0, 1100) AS day;
            INSERT INTO ticket_resolutions
            SELECT id, DATE '2030-11-01' - day, bucket, 2
              FROM site, generate_series(0, 1100) AS day, generate_series(4, 9) AS bucket;
            INSERT INTO ticket_fact
            SELECT md5(site.id::text || number)::uuid, site.id, CASE WHEN number % 3 = 0 THEN 'open' ELSE 'closed' END,
                   'technical', 'normal', NULL, TIMESTAMPTZ '2030-01-01 00:00Z' + number * INTERVAL '1 hour',
                   DATE '2030-01-01', NULL, NULL, NULL, 1, FALSE
              FROM site, generate_series(1, 2000) AS number
             WHERE site.id::text NOT LIKE 'ffff%';
            ANALYZE ticket_totals, ticket_days, ticket_resolutions, ticket_fact
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    TicketsDashboard dashboard;

    @Test
    void readsOneOfAHundredThousandTickets() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    String plan = DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, 60));
                    assertThat(plan)
                            .contains("ticket_days_pkey", "ticket_resolutions_pkey")
                            .doesNotContain("Seq Scan on ticket");
                    assertThat(plan.lines().filter(line -> line.matches(".* on ticket_fact.* rows=[1-9].*")))
                            .hasSize(1)
                            .allMatch(line -> line.contains("using ticket_fact_open") && line.contains("rows=1.00 "));
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
