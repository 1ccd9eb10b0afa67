package io.scriptorium.dashboard.reminderstats;

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

/** What the dashboard's one statement reads: counters by their keys, and never a reminder. */
@QuarkusTest
@WithParts
class PaymentRemindersPlanIT {
    /** 50 websites and all of them, three years. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site ON COMMIT DROP AS
            SELECT md5(number::text)::uuid AS id FROM generate_series(1, 50) AS number
            UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            INSERT INTO reminder_totals
            SELECT id, kind, status, outcome, 9, 5, 5
              FROM site,
                   unnest(ARRAY['reminder', 'deletion']) AS kind,
                   unnest(ARRAY['sent', 'skipped', 'failed']) AS status,
                   unnest(ARRAY['open', 'paid', 'expired']) AS outcome
                ON CONFLICT DO NOTHING;
            INSERT INTO reminder_config_fact
            SELECT md5(site.id::text || number)::uuid, site.id, 'Some', number, TRUE, 1, FALSE
              FROM site, generate_series(1, 10) AS number;
            INSERT INTO reminder_config_outcomes
            SELECT website_id, id, outcome, 4
              FROM reminder_config_fact, unnest(ARRAY['open', 'paid', 'expired']) AS outcome
                ON CONFLICT DO NOTHING;
            INSERT INTO reminder_days
            SELECT id, DATE '2030-11-01' - day, kind, 3, 2, 2
              FROM site, generate_series(0, 1100) AS day, unnest(ARRAY['reminder', 'deletion']) AS kind;
            ANALYZE reminder_totals, reminder_config_fact, reminder_config_outcomes, reminder_days
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    PaymentRemindersDashboard dashboard;

    @Test
    void readsCountersByTheirKeysAndNeverAReminder() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    String plan = DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, 60));
                    assertThat(plan)
                            .contains("reminder_days_pkey", "reminder_config_fact_pkey")
                            .doesNotContain(
                                    "Seq Scan on reminder_days",
                                    "Seq Scan on reminder_config_outcomes",
                                    "reminder_fact");
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
