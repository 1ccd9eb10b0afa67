package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.payments.StatementCount;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of payments: their order, their pages, and what they cost among 200,000 others. */
@QuarkusTest
@WithParts
class PaymentListsIT {
    private static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final int PAGE = 50;

    /** A thousand clients; of any five payments three are pending, one failed, one cancelled; one in ten is due at no time. */
    private static final String FILL = """
            INSERT INTO payment (id, website_id, client_id, kind, reference, amount, currency, status, due_at,
                                 cancellation_reason, failure_reason, refunded_amount, created_at, updated_at, version)
            SELECT gen_random_uuid(), '%s', lpad(to_hex(n %% 1000), 32, '0')::uuid,
                   (ARRAY['installment', 'tip', 'order'])[1 + n %% 3], '%s-' || n, 1 + n %% 5000, 'USD',
                   (ARRAY['pending', 'pending', 'failed', 'pending', 'cancelled'])[1 + n %% 5],
                   CASE WHEN n %% 10 > 0 THEN timestamptz '2026-01-01 00:00:00Z' + n * interval '3 minutes' END,
                   NULL, NULL, 0, timestamptz '2026-01-01 00:00:00Z' + n * interval '1 minute', timestamptz '2026-01-01', 0
              FROM generate_series(%d, %d) AS n
            """;

    private static String website;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void fill() throws SQLException {
        if (website == null) {
            String filled = UUID.randomUUID().toString();
            String other = UUID.randomUUID().toString();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (int from = 1; from < 100_000; from += 10_000) {
                    statement.execute(FILL.formatted(filled, "A", from, from + 9_999));
                    statement.execute(FILL.formatted(other, "B", from, from + 9_999));
                }
                statement.execute("ANALYZE payment");
            }
            website = filled;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=pending",
                "status=failed",
                "kind=tip",
                "kind=installment&status=cancelled",
                "client_id=00000000-0000-0000-0000-000000000007",
                "client_id=00000000-0000-0000-0000-000000000007&status=pending&kind=order",
                "reference=A-4711",
                "kind=order&reference=A-4712",
                "sort=created_at",
                "sort=due_at",
                "sort=-due_at",
                "sort=amount",
                "status=pending&sort=due_at",
                "due_from=2026-03-01T00:00:00Z&due_to=2026-03-01T02:00:00Z",
                "due_from=2026-03-01T00:00:00Z&sort=due_at",
                "created_from=2026-02-01T00:00:00Z&created_to=2026-02-02T00:00:00Z",
                "created_to=2026-02-02T00:00:00Z&status=failed"
            })
    void readsLittleMoreThanItShows(String query) {
        isCheap(admin(website), query);
        isCheap(superadmin().queryParam("website_id", website), query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=failed",
                "kind=tip",
                "client_id=00000000-0000-0000-0000-000000000007",
                "reference=A-4711"
            })
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        isCheap(superadmin(), query);
    }

    @Test
    void readsLittleMoreThanItShowsOfAClientsOwn() {
        isCheap(Demands.client(UUID.fromString(website), CLIENT), "");
        isCheap(Demands.client(UUID.fromString(website), CLIENT), "status=pending&sort=due_at");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        String of = "/api/v1/payments?kind=tip&created_to=2026-02-01T00:00:00Z&limit=" + limit;
        long page = StatementCount.of(
                sessions, () -> admin(website).get(of).then().body("items", hasSize(limit), "total", nullValue()));
        assertThat(page).isEqualTo(1);
        long withTotal = StatementCount.of(
                sessions,
                () -> admin(website)
                        .get(of + "&total=true")
                        .then()
                        .body("items", hasSize(limit), "total", equalTo(14_880)));
        assertThat(withTotal).isEqualTo(2);
    }

    @Test
    void readsAPaymentInOneStatement() {
        String id = admin(website).get("/api/v1/payments?limit=1").path("items[0].id");
        assertThat(StatementCount.of(
                        sessions,
                        () -> admin(website)
                                .get("/api/v1/payments/" + id)
                                .then()
                                .statusCode(200)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "-created_at", "due_at", "-due_at", "amount", "-amount"})
    void goesOnWhereAPageEnded(String sort) {
        List<String> inOne = admin(website)
                .get("/api/v1/payments?client_id=%s&limit=200&sort=%s".formatted(CLIENT, sort))
                .path("items.id");
        List<String> inParts = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = admin(website)
                    .get("/api/v1/payments?client_id=%s&limit=7&sort=%s%s".formatted(CLIENT, sort, cursor))
                    .then()
                    .statusCode(200)
                    .extract();
            inParts.addAll(page.path("items.id"));
            String next = page.path("next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(inOne).hasSize(100);
        assertThat(inParts).isEqualTo(inOne);
    }

    private static void isCheap(RequestSpecification caller, String query) {
        Plan plan = Plans.of(
                "payment",
                () -> caller.get("/api/v1/payments?limit=" + PAGE + (query.isEmpty() ? "" : "&" + query))
                        .then()
                        .statusCode(200));
        assertThat(plan.scansSequentially("payment")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("payment")).as(plan.toString()).isLessThan(20L * PAGE);
    }
}
