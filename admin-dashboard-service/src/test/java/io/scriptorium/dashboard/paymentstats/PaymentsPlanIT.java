package io.scriptorium.dashboard.paymentstats;

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

/** What the dashboard's one statement reads: counters by their keys, and never a payment. */
@QuarkusTest
@WithParts
class PaymentsPlanIT {
    /** 50 websites and all of them, three years. */
    private static final String FILL = """
            CREATE TEMPORARY TABLE site ON COMMIT DROP AS
            SELECT md5(number::text)::uuid AS id FROM generate_series(1, 50) AS number
            UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            INSERT INTO payment_totals
            SELECT id, currency, kind, status, 9, 900, 5, 500, 20
              FROM site,
                   unnest(ARRAY['EUR', 'USD']) AS currency,
                   unnest(ARRAY['installment', 'tip']) AS kind,
                   unnest(ARRAY['pending', 'completed', 'failed', 'refunded']) AS status
                ON CONFLICT DO NOTHING;
            INSERT INTO payment_days
            SELECT id, DATE '2030-11-01' - day, 'USD', kind, 3, 2, 200, 1, 20
              FROM site, generate_series(0, 1100) AS day, unnest(ARRAY['installment', 'tip']) AS kind;
            ANALYZE payment_totals, payment_days
            """;

    private static final UUID SITE = UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    private static final LocalDate TODAY = LocalDate.of(2030, 11, 1);

    @Inject
    AgroalDataSource database;

    @Inject
    PaymentsDashboard dashboard;

    @Test
    void readsCountersByTheirKeysAndNeverAPayment() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL);
                for (StatsScope scope : List.of(
                        StatsScope.of(Callers.superadmin(), Optional.of(SITE)),
                        StatsScope.of(Callers.superadmin(), Optional.empty()))) {
                    String plan = DashboardPlan.of(connection, dashboard, scope, Span.lastDays(TODAY, 60));
                    assertThat(plan)
                            .contains("payment_totals_pkey", "payment_days_pkey")
                            .doesNotContain("Seq Scan on payment", "payment_fact");
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
