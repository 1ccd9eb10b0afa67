package io.scriptorium.payments.ledger;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.payments.StatementCount;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading the ledger costs among 200,000 entries on 20,000 accounts. */
@QuarkusTest
@WithParts
class LedgerListsIT {
    private static final int PAGE = 50;

    /** Two websites, 25,000 payments each, settled: four entries a payment. */
    private static final String FILL = """
            INSERT INTO ledger_account (website_id, currency, kind, owner_id, owner_key, created_at)
            SELECT '%1$s', 'USD', 'client', md5('%1$s' || n)::uuid, md5('%1$s' || n)::uuid::text, timestamptz '2026-01-01' + n * interval '1 minute'
              FROM generate_series(1, 10000) AS n;
            INSERT INTO ledger_account (website_id, currency, kind, owner_key, created_at)
            VALUES ('%1$s', 'USD', 'platform', '', '2026-01-01'), ('%1$s', 'USD', 'provider_clearing', '', '2026-01-01');
            INSERT INTO ledger_posting (website_id, currency, payment_id, kind, refunded_total, amount, created_at)
            SELECT '%1$s', 'USD', md5('payment %1$s' || n)::uuid, kind, 0, 10.00,
                   timestamptz '2026-01-01' + n * interval '1 minute'
              FROM generate_series(1, 25000) AS n, (VALUES ('charge'), ('payment')) AS given (kind);
            ANALYZE ledger_account, ledger_posting;
            INSERT INTO ledger_entry (website_id, currency, posting_id, account_id, amount, created_at)
            SELECT '%1$s', 'USD', posting.id, account.id, entry.amount, posting.created_at
              FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY created_at) AS number
                      FROM ledger_posting WHERE website_id = '%1$s') posting
              JOIN (VALUES ('charge', 'client', 10.00), ('charge', 'platform', -10.00),
                           ('payment', 'client', -10.00), ('payment', 'provider_clearing', 10.00))
                   AS entry (posted, account, amount)
                ON entry.posted = posting.kind
              JOIN (SELECT id, kind, CASE owner_key WHEN '' THEN kind ELSE owner_key END AS key
                      FROM ledger_account WHERE website_id = '%1$s') account
                ON account.key = CASE entry.account
                                 WHEN 'client' THEN md5('%1$s' || 1 + posting.number %% 10000)::uuid::text
                                 ELSE entry.account END;
            """;

    private static String website;
    private static String client;
    private static String clientsAccount;
    private static String platformsAccount;
    private static String payment;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void fill() throws SQLException {
        if (website != null) {
            return;
        }
        String filled = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '55s'");
            statement.execute(FILL.formatted(filled));
            statement.execute(FILL.formatted(UUID.randomUUID()));
            statement.execute("ANALYZE ledger_account, ledger_posting, ledger_entry");
            statement.execute("RESET statement_timeout");
            try (ResultSet rows = statement.executeQuery("""
                    SELECT client.owner_id, client.id, platform.id, posting.payment_id
                      FROM ledger_account client, ledger_account platform, ledger_posting posting
                     WHERE client.owner_id = md5('%1$s' || 77)::uuid
                       AND platform.website_id = '%1$s' AND platform.kind = 'platform'
                       AND posting.payment_id = md5('payment %1$s' || 99)::uuid
                     LIMIT 1
                    """.formatted(filled))) {
                rows.next();
                client = rows.getString(1);
                clientsAccount = rows.getString(2);
                platformsAccount = rows.getString(3);
                payment = rows.getString(4);
            }
        }
        website = filled;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kind=client", "sort=created_at"})
    void listsAccountsByAnIndex(String query) {
        cheap("ledger_account", admin(website), "accounts", query);
        cheap("ledger_account", superadmin().queryParam("website_id", website), "accounts", query);
    }

    @Test
    void findsAnOwnersAccountByAnIndex() {
        cheap("ledger_account", admin(website), "accounts", "owner_id=" + client);
        cheap("ledger_account", superadmin(), "accounts", "");
        cheap("ledger_account", as("writer", website, UUID.randomUUID().toString()), "accounts", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sort=created_at", "from=2026-01-10T00:00:00Z&to=2026-01-11T00:00:00Z"})
    void listsEntriesByAnIndex(String query) {
        cheap("ledger_entry", admin(website), "entries", query);
        cheap("ledger_entry", superadmin().queryParam("website_id", website), "entries", query);
        cheap("ledger_entry", superadmin(), "entries", query);
    }

    @Test
    void listsAnAccountsOrAPaymentsEntriesByAnIndex() {
        cheap("ledger_entry", admin(website), "entries", "account_id=" + clientsAccount);
        cheap("ledger_entry", admin(website), "entries", "account_id=" + platformsAccount);
        cheap("ledger_entry", admin(website), "entries", "payment_id=" + payment);
        admin(website)
                .get("/api/v1/ledger/entries?payment_id=" + payment)
                .then()
                .statusCode(200)
                .body("items", hasSize(4));
    }

    /** Not as many as its 25,000 entries. */
    @Test
    void readsABalanceWithoutItsEntries() {
        Plan plan = Plans.of(
                "ledger_account",
                () -> admin(website)
                        .get("/api/v1/ledger/accounts/" + platformsAccount)
                        .then()
                        .statusCode(200)
                        .body("balance", equalTo(250_000.00f), "entries", equalTo(25_000)));
        assertThat(plan.rowsRead("ledger_account")).as(plan.toString()).isEqualTo(1);
        assertThat(StatementCount.of(
                        sessions,
                        () -> admin(website)
                                .get("/api/v1/ledger/accounts/" + platformsAccount)
                                .then()
                                .statusCode(200)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"accounts, 1", "accounts, 50", "accounts, 200", "entries, 1", "entries, 50", "entries, 200"})
    void costsOneStatementAPageAndOneMoreForATotal(String list, int limit) {
        long page = StatementCount.of(
                sessions,
                () -> admin(website)
                        .get("/api/v1/ledger/" + list + "?limit=" + limit)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(limit)));
        assertThat(page).isEqualTo(1);
        long withTotal = StatementCount.of(
                sessions,
                () -> admin(website)
                        .get("/api/v1/ledger/" + list + "?total=true&limit=" + limit)
                        .then()
                        .body("items", hasSize(limit), "total", equalTo(list.equals("accounts") ? 10_002 : 100_000)));
        assertThat(withTotal).isEqualTo(2);
    }

    private static void cheap(String table, RequestSpecification caller, String list, String query) {
        Plan plan = Plans.of(
                table,
                () -> caller.get("/api/v1/ledger/" + list + "?limit=" + PAGE + "&" + query)
                        .then()
                        .statusCode(200));
        assertThat(plan.scansSequentially(table)).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead(table)).as(plan.toString()).isLessThan(20L * PAGE);
    }
}
