package io.scriptorium.payments.reminder;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.payments.Marketplace;
import io.scriptorium.payments.StatementCount;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was sent, and what the engine's looks cost, among 200,000 others. */
@QuarkusTest
@WithParts
class ReminderListsIT {
    private static final int PAGE = 50;
    private static final String PAYMENTS = """
            INSERT INTO payment (id, website_id, client_id, kind, reference, amount, currency, status, due_at,
                                 refunded_amount, created_at, updated_at, version)
            SELECT gen_random_uuid(), '%s', ('00000000-0000-7000-8000-' || lpad((n %% 1000)::text, 12, '0'))::uuid,
                   'order', gen_random_uuid(), 10, 'USD', 'pending', timestamptz '2090-01-01', 0,
                   timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', 0
              FROM generate_series(1, 100000) AS n
            """;
    private static final String REMINDERS = """
            INSERT INTO reminder (id, website_id, payment_id, client_id, kind, config_id, by_email, by_notification, title,
                                  text, status, outcome, attempts, created_at, updated_at, sent_at, version)
            SELECT gen_random_uuid(), website_id, id, client_id, 'reminder', '%s', true, false, 'Title', 'Text',
                   CASE WHEN n %% 97 = 0 THEN 'failed' WHEN n %% 7 = 0 THEN 'skipped' ELSE 'sent' END,
                   CASE WHEN n %% 3 = 0 THEN 'paid' WHEN n %% 5 = 0 THEN 'expired' ELSE 'open' END,
                   1, created_at, created_at,
                   CASE WHEN n %% 97 <> 0 AND n %% 7 <> 0 THEN created_at END, 0
              FROM (SELECT *, row_number() OVER (ORDER BY created_at) AS n FROM payment WHERE website_id = '%s') AS p
            """;
    private static final String SCHEDULES = """
            INSERT INTO reminder_schedule
            SELECT id, website_id, client_id, reference, amount, currency, created_at, due_at,
                   timestamptz '2090-01-01' + random() * interval '1 year'
              FROM payment WHERE website_id = '%s'
            """;

    private static UUID website;
    private static UUID config;
    private static AgroalDataSource filled;

    @Inject
    Marketplace marketplace;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @Inject
    ReminderRepository reminders;

    @Inject
    ActingTenant acting;

    @BeforeEach
    void fill() throws SQLException {
        if (website == null) {
            UUID other = marketplace.aWebsite();
            UUID main = marketplace.aWebsite();
            for (UUID each : new UUID[] {other, main}) {
                config = marketplace.aConfig(each, 50);
                // Analysed in between: without statistics, each look-up of a foreign key would read the whole website.
                execute(
                        PAYMENTS.formatted(each),
                        "ANALYZE payment",
                        REMINDERS.formatted(config, each),
                        SCHEDULES.formatted(each));
            }
            execute("DELETE FROM reminder_plan", "ANALYZE payment, reminder, reminder_schedule");
            filled = database;
            website = main;
        }
    }

    /** Other tests' engines would find them. */
    @AfterAll
    static void empty() throws SQLException {
        if (filled == null) {
            return;
        }
        try (Connection connection = filled.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM reminder_schedule WHERE due_at = timestamptz '2090-01-01'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=created_at",
                "status=failed",
                "status=sent",
                "outcome=expired",
                "status=failed&outcome=paid",
                "client_id=00000000-0000-7000-8000-000000000042",
                "from=2026-02-01T00:00:00Z&to=2026-02-02T00:00:00Z",
                "from=2026-02-01T00:00:00Z&to=2026-02-02T00:00:00Z&status=failed",
                "CONFIG"
            })
    void readsLittleMoreThanItShows(String query) {
        String of = query.replace("CONFIG", "config_id=" + config);
        Plan ofOne = Plans.of("reminder", () -> ok(admin(website.toString()), of));
        cheap(ofOne);
        cheap(Plans.of("reminder", () -> ok(superadmin(), "website_id=" + website + (of.isEmpty() ? "" : "&" + of))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=failed",
                "outcome=expired",
                "client_id=00000000-0000-7000-8000-000000000042",
                "CONFIG"
            })
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        cheap(Plans.of("reminder", () -> ok(superadmin(), query.replace("CONFIG", "config_id=" + config))));
    }

    @Test
    void readsLittleForAPaymentAndForAClientsOwn() throws SQLException {
        String payment = firstPayment();
        cheap(Plans.of("reminder", () -> ok(admin(website.toString()), "payment_id=" + payment)));
        String client = "00000000-0000-7000-8000-000000000042";
        cheap(Plans.of("reminder", () -> ok(as("client", website.toString(), client), "")));
    }

    @Test
    void findsWhatIsDueWithoutReadingWhatIsNot() throws SQLException {
        execute("""
                UPDATE reminder_schedule SET next_action_at = timestamptz '1990-01-01'
                 WHERE payment_id IN (SELECT payment_id FROM reminder_schedule WHERE website_id = '%s' LIMIT 30)
                """.formatted(website));
        Plan due = Plans.of(
                "reminder_schedule",
                () -> asEngine(() -> reminders.claimDue(Instant.parse("1991-01-01T00:00:00Z"), 200)));
        assertThat(due.scansSequentially("reminder_schedule"))
                .as(due.toString())
                .isFalse();
        assertThat(due.rowsRead("reminder_schedule")).as(due.toString()).isLessThanOrEqualTo(2 * 30);
        Plan page = Plans.of(
                "reminder_schedule",
                () -> asEngine(() -> reminders.claimOf(website, ReminderPlanService.BEFORE_ALL, 1_000)));
        assertThat(page.scansSequentially("reminder_schedule"))
                .as(page.toString())
                .isFalse();
        assertThat(page.rowsRead("reminder_schedule")).as(page.toString()).isLessThanOrEqualTo(2 * 1_000);
        Plan deliverable = Plans.of("reminder", () -> asEngine(() -> reminders.claimDeliverable(Instant.now(), 200)));
        assertThat(deliverable.scansSequentially("reminder"))
                .as(deliverable.toString())
                .isFalse();
        assertThat(deliverable.rowsRead("reminder")).as(deliverable.toString()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        long page = StatementCount.of(
                sessions,
                () -> admin(website.toString())
                        .get("/api/v1/reminders?limit=" + limit)
                        .then()
                        .body("items", hasSize(limit)));
        assertThat(page).isEqualTo(1);
        long withTotal = StatementCount.of(
                sessions,
                () -> admin(website.toString())
                        .get("/api/v1/reminders?status=failed&total=true&limit=" + limit)
                        .then()
                        .body("items", hasSize(limit), "total", equalTo(1030)));
        assertThat(withTotal).isEqualTo(2);
    }

    @Test
    void readsAReminderInOneStatement() {
        String id = admin(website.toString()).get("/api/v1/reminders?limit=1").path("items[0].id");
        long statements = StatementCount.of(
                sessions,
                () -> admin(website.toString())
                        .get("/api/v1/reminders/" + id)
                        .then()
                        .body("text", equalTo("Text")));
        assertThat(statements).isEqualTo(1);
    }

    @Test
    void showsAClientTheOwnAndAnotherWebsiteNothing() {
        String client = "00000000-0000-7000-8000-000000000042";
        String own = as("client", website.toString(), client)
                .get("/api/v1/reminders")
                .then()
                .statusCode(200)
                .body("items.client_id", everyItem(equalTo(client)), "items", hasSize(PAGE))
                .extract()
                .path("items[0].id");
        as("client", website.toString(), client)
                .get("/api/v1/reminders/" + own)
                .then()
                .statusCode(200);
        String stranger = UUID.randomUUID().toString();
        as("client", website.toString(), stranger)
                .get("/api/v1/reminders")
                .then()
                .body("items", hasSize(0));
        as("client", website.toString(), stranger)
                .get("/api/v1/reminders?client_id=" + client)
                .then()
                .body("items", hasSize(0));
        as("client", website.toString(), stranger)
                .get("/api/v1/reminders/" + own)
                .then()
                .statusCode(404);
        admin(marketplace.aWebsite().toString())
                .get("/api/v1/reminders/" + own)
                .then()
                .statusCode(404);
        as("support", website.toString(), stranger)
                .get("/api/v1/reminders/" + own)
                .then()
                .statusCode(200);
        as("writer", website.toString(), stranger)
                .get("/api/v1/reminders")
                .then()
                .statusCode(403);
        as("editor", website.toString(), stranger)
                .get("/api/v1/reminders/" + own)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=gone", "outcome=SENT", "payment_id=1", "from=yesterday", "state=sent", "limit=201"})
    void refusesWhatItDoesNotUnderstand(String query) {
        admin(website.toString()).get("/api/v1/reminders?" + query).then().statusCode(400);
    }

    private void asEngine(Runnable work) {
        acting.as(WebsiteTenant.ALL, () -> QuarkusTransaction.requiringNew().run(work));
    }

    private static void cheap(Plan plan) {
        assertThat(plan.scansSequentially("reminder")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("reminder")).as(plan.toString()).isLessThan(20L * PAGE);
    }

    private static void ok(RequestSpecification caller, String query) {
        caller.get("/api/v1/reminders?limit=" + PAGE + (query.isEmpty() ? "" : "&" + query))
                .then()
                .statusCode(200);
    }

    private String firstPayment() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT payment_id FROM reminder WHERE website_id = '" + website + "' LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
