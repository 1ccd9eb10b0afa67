package io.scriptorium.dashboard.userstats;

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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the dashboard's one statement reads: by keys, and never an account. */
@QuarkusTest
@WithParts
class UsersPlanIT {
    /** 200 websites, three years, five roles: about a million counters; and accounts that must not matter. */
    private static final String FILL = """
            INSERT INTO website_fact
            SELECT md5(site::text)::uuid, 'Site ' || site, 1, FALSE FROM generate_series(1, 200) AS site;
            INSERT INTO user_days
            SELECT md5(site::text)::uuid, DATE '2030-11-01' - day, role, 3
              FROM generate_series(1, 200) AS site,
                   generate_series(0, 1100) AS day,
                   unnest(ARRAY['admin', 'support', 'editor', 'writer', 'client']) AS role;
            INSERT INTO user_totals
            SELECT md5(site::text)::uuid, role, suspended, 7
              FROM generate_series(1, 200) AS site,
                   unnest(ARRAY['admin', 'support', 'editor', 'writer', 'client']) AS role,
                   unnest(ARRAY[TRUE, FALSE]) AS suspended;
            INSERT INTO user_days
            SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff', DATE '2030-11-01' - day, role, 600
              FROM generate_series(0, 1100) AS day,
                   unnest(ARRAY['admin', 'support', 'editor', 'writer', 'client']) AS role;
            ANALYZE website_fact, user_days, user_totals
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    UsersDashboard dashboard;

    @Test
    void readsCountersByTheirKeysAndNeverAnAccount() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                String ofOne = plan(connection, StatsScope.of(Callers.superadmin(), Optional.of(SITE)));
                assertThat(ofOne)
                        .contains("user_days_pkey", "user_totals_pkey")
                        .doesNotContain("Seq Scan on user_days", "Seq Scan on user_totals", "account_fact");
                String ofAll = plan(connection, StatsScope.of(Callers.superadmin(), Optional.empty()));
                assertThat(ofAll).contains("user_days_pkey").doesNotContain("Seq Scan on user_days", "account_fact");
            } finally {
                connection.rollback();
            }
        }
    }

    private String plan(Connection connection, StatsScope scope) throws SQLException {
        return DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, 30));
    }
}
