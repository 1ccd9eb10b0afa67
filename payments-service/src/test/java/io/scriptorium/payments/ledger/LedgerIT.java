package io.scriptorium.payments.ledger;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.payment.PaymentSteps;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** What the database holds of the ledger whoever writes, what posts there, and who may read it. */
@QuarkusTest
@WithParts
class LedgerIT {
    private static final BigDecimal NONE = BigDecimal.ZERO;

    @Inject
    LedgerService ledger;

    @Inject
    PaymentSteps payments;

    @Inject
    AgroalDataSource database;

    private final String website = UUID.randomUUID().toString();
    private final UUID client = UUID.randomUUID();
    private final UUID writer = UUID.randomUUID();

    @Test
    void postsWhatIsPaidAndGivenBackForAnOrder() {
        String payment = payments.anOrdersPayment(website, client.toString(), "100.00");
        admin(website).get("/api/v1/ledger/accounts").then().body("items", empty());
        payments.pay(website, payment);
        payments.refund(website, payment, "25.00");
        payments.refund(website, payment, "25.00");
        assertThat(balances())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "platform", new BigDecimal("50.00"),
                        "client", new BigDecimal("0.00"),
                        "provider_clearing", new BigDecimal("50.00")));
        admin(website)
                .get("/api/v1/ledger/entries?sort=created_at&payment_id=" + payment)
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.kind == 'charge' }.side", containsInAnyOrder("debit", "credit"),
                        "items.findAll { it.kind == 'payment' }.amount.unique()", contains(100.00f),
                        "items.findAll { it.kind == 'credit_note' }", hasSize(4),
                        "items.findAll { it.kind == 'refund' }", hasSize(4),
                        "items.payment_id.unique()", contains(payment));
        payments.refund(website, payment, "50.00");
        assertThat(balances().values()).allMatch(balance -> balance.signum() == 0);
        isBalanced();
    }

    @Test
    void postsNothingForWhatIsNotPaid() {
        String failed = payments.anOrdersPayment(website, client.toString(), "100.00");
        payments.process(website, failed);
        payments.fail(website, failed);
        payments.cancel(website, payments.anOrdersPayment(website, client.toString(), "10.00"));
        assertThat(balances()).isEmpty();
    }

    @Test
    void postsACauseOnceHoweverOftenItIsTold() {
        PostingBatch paid = aTip(UUID.randomUUID());
        assertThat(post(paid)).isEqualTo(2);
        assertThat(post(paid)).isZero();
        assertThat(post(new PostingBatch()
                        .add(paid)
                        .add(aTip(UUID.randomUUID()))
                        .add(paid)))
                .isEqualTo(2);
        assertThat(balances()).containsEntry("writer", new BigDecimal("30.00"));
        isBalanced();
    }

    @Test
    void refusesACauseThatWasPostedWithAnotherAmount() {
        UUID payment = UUID.randomUUID();
        post(new PostingBatch().paid(website, payment, client, new BigDecimal("10.00"), null, NONE));
        PostingBatch other = new PostingBatch().paid(website, payment, client, new BigDecimal("11.00"), null, NONE);
        assertThatThrownBy(() -> post(other))
                .hasStackTraceContaining(
                        "charge 0.00 of payment " + payment + " was posted before with another amount");
        assertThat(balances()).containsEntry("platform", new BigDecimal("10.00"));
    }

    @Test
    void countsTwoSimultaneousRepetitionsOnce() throws Exception {
        PostingBatch tip = aTip(UUID.randomUUID());
        List<Integer> posted = inParallel(20, i -> tip);
        assertThat(posted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        isBalanced();
    }

    /** All meet on the website's own accounts, and open some of the same clients' and writers'. */
    @Test
    void neitherDeadlocksNorLosesAnythingWhenManyPostAtOnce() throws Exception {
        List<UUID> clients = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Integer> posted = inParallel(200, i -> {
            PostingBatch batch = new PostingBatch();
            for (int n = 0; n < 3; n++) {
                batch.paid(
                        website,
                        UUID.randomUUID(),
                        clients.get((i + n * (i % 2 + 1)) % 3),
                        new BigDecimal("1.00"),
                        writer,
                        new BigDecimal("0.60"));
            }
            return batch;
        });
        assertThat(posted).hasSize(200).containsOnly(6);
        assertThat(balances())
                .containsEntry("provider_clearing", new BigDecimal("600.00"))
                .containsEntry("writer", new BigDecimal("360.00"))
                .containsEntry("platform", new BigDecimal("240.00"));
        isBalanced();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET amount = amount WHERE website_id = '%s'",
                "DELETE FROM ledger_entry WHERE website_id = '%s'",
                "TRUNCATE ledger_entry",
                "UPDATE ledger_posting SET amount = amount WHERE website_id = '%s'",
                "DELETE FROM ledger_posting WHERE website_id = '%s'",
                "TRUNCATE ledger_posting, ledger_entry",
                "DELETE FROM ledger_account WHERE website_id = '%s'",
                "TRUNCATE ledger_account, ledger_entry",
            })
    void neverChangesOrRemovesWhatWasPosted(String statement) {
        post(aTip(UUID.randomUUID()));
        assertThatThrownBy(() -> execute(statement.formatted(website)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_account SET debits = debits + 1 WHERE website_id = '%s'",
                "UPDATE ledger_account SET entries = 0 WHERE website_id = '%s'",
                "UPDATE ledger_account SET owner_id = gen_random_uuid() WHERE website_id = '%s' AND kind = 'client'",
                "INSERT INTO ledger_account (website_id, currency, kind, owner_key, credits, created_at)"
                        + " VALUES ('%s', 'EUR', 'platform', '', 5, now())",
            })
    void movesABalanceByEntriesAlone(String statement) {
        post(aTip(UUID.randomUUID()));
        assertThatThrownBy(() -> execute(statement.formatted(website)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("moved by entries alone");
    }

    @Test
    void takesOnlyEntriesThatBalance() throws Exception {
        post(aTip(UUID.randomUUID()));
        assertRefused("ledger_posting_balanced", 1, "(1.00)");
        assertRefused("ledger_posting_balanced", 1, "(1.00), (-0.99)");
        // Together they would.
        assertRefused("ledger_posting_balanced", 2, "(1.00), (-1.00)");
        assertRefused("ledger_entry_of_something", 1, "(0.00)");
        execute(insertionOf(1, "(1.00), (-1.00)"));
        isBalanced();
    }

    @Test
    void keepsAPostingWithinItsWebsiteAndCurrency() {
        post(aTip(UUID.randomUUID()));
        String other = UUID.randomUUID().toString();
        post(new PostingBatch().paid(other, UUID.randomUUID(), client, BigDecimal.ONE, null, NONE));
        assertThatThrownBy(() -> execute("""
                        INSERT INTO ledger_entry (website_id, currency, posting_id, account_id, amount, created_at)
                        SELECT '%s', 'USD', posting.id, account.id, amount, now()
                          FROM (SELECT id FROM ledger_posting WHERE website_id = '%s' LIMIT 1) posting,
                               (SELECT id FROM ledger_account WHERE website_id = '%s' LIMIT 1) account,
                               (VALUES (1.00), (-1.00)) AS entry (amount)
                        """.formatted(website, website, other)))
                .hasMessageContaining("ledger_entry_on_its_account");
        assertThatThrownBy(() -> execute("""
                        INSERT INTO ledger_entry (website_id, currency, posting_id, account_id, amount, created_at)
                        SELECT '%s', 'EUR', posting.id, account.id, amount, now()
                          FROM (SELECT id FROM ledger_posting WHERE website_id = '%s' LIMIT 1) posting,
                               (SELECT id FROM ledger_account WHERE website_id = '%s' LIMIT 1) account,
                               (VALUES (1.00), (-1.00)) AS entry (amount)
                        """.formatted(website, website, website)))
                .hasMessageContaining("ledger_entry_of_its_posting");
    }

    @Test
    void givesNoClientBackWhatTheyDidNotPay() {
        post(aTip(UUID.randomUUID()));
        assertThatThrownBy(() -> execute("""
                        INSERT INTO ledger_entry (website_id, currency, posting_id, account_id, amount, created_at)
                        SELECT '%1$s', 'USD', posting.id, account.id,
                               CASE account.kind WHEN 'client' THEN -1.00 ELSE 1.00 END, now()
                          FROM (SELECT id FROM ledger_posting WHERE website_id = '%1$s' LIMIT 1) posting,
                               ledger_account account
                         WHERE website_id = '%1$s' AND kind IN ('client', 'platform')
                        """.formatted(website)))
                .hasMessageContaining("ledger_account_client_owes_no_less_than_nothing");
    }

    @Test
    void tellsAnAccountThatIsNotWhatItsEntriesSay() throws Exception {
        post(aTip(UUID.randomUUID()));
        isBalanced();
        String account = admin(website)
                .get("/api/v1/ledger/accounts?kind=platform")
                .then()
                .extract()
                .path("items[0].id");
        corrupt("credits + 1", account);
        try {
            admin(website)
                    .get("/api/v1/ledger/trial-balance?compare=true")
                    .then()
                    .statusCode(200)
                    .body(
                            "balanced", is(false),
                            "sums[0].difference", equalTo(-1.00f),
                            "deviations.account_id", contains(account),
                            "deviations[0].credits", equalTo(11.00f),
                            "deviations[0].entries_credits", equalTo(10.00f));
        } finally {
            corrupt("credits - 1", account);
        }
        isBalanced();
    }

    @Test
    void letsStaffReadAndAWriterTheOwnBalanceAlone() {
        post(aTip(UUID.randomUUID())
                .paid(website, UUID.randomUUID(), client, new BigDecimal("9.00"), UUID.randomUUID(), BigDecimal.ONE));
        String own = as("writer", website, writer.toString())
                .get("/api/v1/ledger/accounts")
                .then()
                .statusCode(200)
                .body(
                        "items", hasSize(1),
                        "items[0].owner_id", equalTo(writer.toString()),
                        "items[0].kind", equalTo("writer"),
                        "items[0].normal_side", equalTo("credit"),
                        "items[0].balance", equalTo(15.00f))
                .extract()
                .path("items[0].id");
        as("writer", website, writer.toString())
                .get("/api/v1/ledger/accounts?kind=platform")
                .then()
                .statusCode(200)
                .body("items", empty());
        List<String> all =
                admin(website).get("/api/v1/ledger/accounts").then().extract().path("items.id");
        assertThat(all).hasSize(5);
        for (String id : all) {
            as("writer", website, writer.toString())
                    .get("/api/v1/ledger/accounts/" + id)
                    .then()
                    .statusCode(id.equals(own) ? 200 : 404);
            admin(website).get("/api/v1/ledger/accounts/" + id).then().statusCode(200);
            superadmin().get("/api/v1/ledger/accounts/" + id).then().statusCode(200);
            admin(UUID.randomUUID().toString())
                    .get("/api/v1/ledger/accounts/" + id)
                    .then()
                    .statusCode(404);
        }
        for (String role : List.of("support", "editor", "client")) {
            for (String path : List.of("accounts", "accounts/" + own, "entries", "trial-balance")) {
                as(role, website, client.toString())
                        .get("/api/v1/ledger/" + path)
                        .then()
                        .statusCode(403);
            }
        }
        for (String path : List.of("entries", "trial-balance")) {
            as("writer", website, writer.toString())
                    .get("/api/v1/ledger/" + path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void hidesAnotherWebsite() {
        post(aTip(UUID.randomUUID()));
        String other = UUID.randomUUID().toString();
        for (String path : List.of("accounts?website_id=" + website, "entries?website_id=" + website, "accounts")) {
            admin(other).get("/api/v1/ledger/" + path).then().statusCode(200).body("items", empty());
        }
        admin(other).get("/api/v1/ledger/trial-balance").then().body("sums", empty(), "deviations", nullValue());
        superadmin().get("/api/v1/ledger/entries?website_id=" + website).then().body("items", hasSize(5));
    }

    private PostingBatch aTip(UUID payment) {
        return new PostingBatch()
                .paid(website, payment, client, new BigDecimal("25.00"), writer, new BigDecimal("15.00"));
    }

    private int post(PostingBatch batch) {
        return QuarkusTransaction.requiringNew().call(() -> batch.post(ledger));
    }

    private void isBalanced() {
        admin(website)
                .get("/api/v1/ledger/trial-balance?compare=true")
                .then()
                .statusCode(200)
                .body("balanced", is(true), "sums.difference", contains(0.00f), "deviations", empty());
    }

    /** By kind: where there are several of one, the sum of them. */
    private Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> balances = new HashMap<>();
        List<Map<String, Object>> accounts =
                admin(website).get("/api/v1/ledger/accounts").then().extract().path("items");
        accounts.forEach(account -> balances.merge(
                account.get("kind").toString(),
                new BigDecimal(account.get("balance").toString()).setScale(2),
                BigDecimal::add));
        return balances;
    }

    private void assertRefused(String constraint, int postings, String amounts) {
        assertThatThrownBy(() -> execute(insertionOf(postings, amounts)))
                .as(amounts)
                .isInstanceOf(SQLException.class)
                .satisfies(refused -> assertThat(constraintOf(refused)).isEqualTo(constraint));
    }

    /** The amounts by turns on so many postings of the website, all on its platform's account. */
    private String insertionOf(int postings, String amounts) {
        return """
                INSERT INTO ledger_entry (website_id, currency, posting_id, account_id, amount, created_at)
                SELECT '%1$s', 'USD', posting.ids[1 + entry.number %% %2$d], account.id, entry.amount, now()
                  FROM (SELECT array_agg(id) AS ids FROM ledger_posting WHERE website_id = '%1$s') posting,
                       ledger_account account,
                       (SELECT amount, row_number() OVER () AS number FROM (VALUES %3$s) AS given (amount)) entry
                 WHERE website_id = '%1$s' AND kind = 'platform'
                """.formatted(website, postings, amounts);
    }

    private static String constraintOf(Throwable refused) {
        return ((PSQLException) refused).getServerErrorMessage().getConstraint();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What nobody can do but whoever owns the table. */
    private void corrupt(String credits, String account) throws SQLException {
        execute("""
                ALTER TABLE ledger_account DISABLE TRIGGER ledger_account_follows_its_entries;
                UPDATE ledger_account SET credits = %s WHERE id = '%s';
                ALTER TABLE ledger_account ENABLE TRIGGER ledger_account_follows_its_entries;
                """.formatted(credits, account));
    }

    private List<Integer> inParallel(int times, IntFunction<PostingBatch> batches) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                PostingBatch batch = batches.apply(i);
                running.add(workers.submit(() -> post(batch)));
            }
            List<Integer> posted = new ArrayList<>();
            for (Future<Integer> each : running) {
                posted.add(each.get());
            }
            return posted;
        } finally {
            workers.shutdownNow();
        }
    }
}
