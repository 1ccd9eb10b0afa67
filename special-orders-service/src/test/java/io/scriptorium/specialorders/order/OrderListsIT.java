package io.scriptorium.specialorders.order;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aPredefinedOrder;
import static io.scriptorium.specialorders.Suite.aStartedOrder;
import static io.scriptorium.specialorders.Suite.aType;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anApprovedOrder;
import static io.scriptorium.specialorders.Suite.anInquiry;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.read;
import static io.scriptorium.specialorders.Suite.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.specialorders.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists and queues: what is in them, and what they cost among 200,000 others. */
@QuarkusTest
@WithParts
class OrderListsIT {
    /** Of each thousand: one waits for a price, ten for approval; the rest is old. Every client has 50, every writer 100. */
    private static final String FILL = """
            INSERT INTO special_order (
                id, website_id, client_id, writer_id, order_type, predefined_type_id, predefined_type_name,
                inquiry_details, duration_days, total_cost, deposit_required, admin_approved_cost, currency, approved,
                approved_at, status, hold_cause, completion_method, created_at, updated_at, completed_at, version)
            SELECT md5('order' || n || '%1$s')::uuid, '%1$s', md5('client' || n / 50 || '%1$s')::uuid,
                   md5('writer' || n / 100 || '%1$s')::uuid,
                   CASE WHEN n %% 2 = 0 THEN 'predefined' ELSE 'estimated' END,
                   CASE WHEN n %% 2 = 0 THEN md5('type' || n %% 200 || '%1$s')::uuid END,
                   CASE WHEN n %% 2 = 0 THEN 'Type ' || n %% 200 END,
                   'Filler', 10, CASE WHEN s = 'inquiry' THEN NULL ELSE 100 END, 50,
                   CASE WHEN s IN ('inquiry', 'awaiting_approval') THEN NULL ELSE 100 END, 'USD',
                   s NOT IN ('inquiry', 'awaiting_approval'),
                   CASE WHEN s IN ('inquiry', 'awaiting_approval') THEN NULL ELSE timestamptz '2026-01-01' END, s,
                   CASE WHEN s = 'on_hold' THEN 'staff' END, CASE WHEN s = 'completed' THEN 'with_files' END,
                   timestamptz '2025-01-01' + n * interval '1 minute', timestamptz '2026-01-01',
                   CASE WHEN s = 'completed' THEN timestamptz '2026-01-01' END, 0
              FROM (SELECT n, CASE WHEN n %% 1000 = 1 THEN 'inquiry'
                                   WHEN n %% 100 = 3 THEN 'awaiting_approval'
                                   ELSE (ARRAY['in_progress', 'on_hold', 'completed', 'cancelled'])[1 + n / 7 %% 4]
                              END AS s
                      FROM generate_series(%2$s, %3$s) AS n) AS numbers
            """;

    private static final String FILL_TYPES = """
            INSERT INTO predefined_type (id, website_id, name, active, created_at, updated_at, version)
            SELECT md5('type' || n || '%1$s')::uuid, '%1$s', 'Type ' || n, true, timestamptz '2026-01-01',
                   timestamptz '2026-01-01', 0
              FROM generate_series(0, 199) AS n
            """;

    private static final String FILL_INSTALLMENTS = """
            INSERT INTO installment (
                id, website_id, order_id, client_id, writer_id, order_type, predefined_type_id, currency, number, kind,
                amount, due_on, due_at, status, paid_at, paid_by, payment_paid, payment_refunded, payment_cancelled,
                payment_expired)
            SELECT id, website_id, id, client_id, writer_id, order_type, predefined_type_id, 'USD', 1, 'deposit',
                   100, '2026-01-01', created_at, s,
                   CASE WHEN s = 'paid' THEN created_at END, CASE WHEN s = 'paid' THEN 'payment' END,
                   false, false, false, false
              FROM (SELECT *, CASE hashtext(id::text) & 3 WHEN 0 THEN 'unpaid' WHEN 1 THEN 'void' ELSE 'paid' END AS s
                      FROM special_order WHERE website_id = '%1$s') AS orders
            """;
    private static final int ORDERS_EACH = 100_000;
    private static final int AT_ONCE = 20_000;
    private static final int PAGE = 50;

    private static String website;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void fill() throws SQLException {
        if (website == null) {
            String filled = aWebsite();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String each : List.of(filled, aWebsite())) {
                    statement.execute(FILL_TYPES.formatted(each));
                    for (int done = 0; done < ORDERS_EACH; done += AT_ONCE) {
                        statement.execute(FILL.formatted(each, done + 1, done + AT_ONCE));
                    }
                    statement.execute(FILL_INSTALLMENTS.formatted(each));
                }
                statement.execute("VACUUM ANALYZE special_order");
                statement.execute("VACUUM ANALYZE installment");
                statement.execute("ANALYZE predefined_type");
            }
            website = filled;
        }
    }

    static Stream<String> queries() {
        return Stream.of(
                "",
                "order_type=predefined",
                "status=on_hold",
                "status=cancelled&order_type=estimated",
                "client_id={client}",
                "writer_id={writer}",
                "predefined_type_id={type}",
                "from=2025-02-01T00:00:00Z",
                "to=2025-02-01T00:00:00Z",
                "from=2025-02-01T00:00:00Z&to=2025-02-01T02:00:00Z",
                "client_id={client}&status=completed",
                "sort=created_at");
    }

    static Stream<String> queueQueries() {
        return Stream.of(
                "",
                "order_type=estimated",
                "status=inquiry",
                "client_id={client}",
                "writer_id={writer}",
                "predefined_type_id={type}",
                "from=2025-02-01T00:00:00Z",
                "to=2025-02-01T00:00:00Z",
                "sort=-created_at");
    }

    static Stream<String> installmentQueries() {
        return Stream.of(
                "",
                "status=paid",
                "status=unpaid",
                "status=overdue",
                "order_type=predefined",
                "client_id={client}",
                "writer_id={writer}",
                "predefined_type_id={type}",
                "status=unpaid&order_type=estimated",
                "from=2025-02-01T00:00:00Z",
                "to=2025-02-01T00:00:00Z",
                "status=overdue&from=2025-02-01T00:00:00Z&to=2025-02-01T04:00:00Z",
                "sort=-due_at");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void readsLittleMoreThanItShows(String query) {
        readsLittle("special_order", "", query);
    }

    @ParameterizedTest
    @MethodSource("queueQueries")
    void findsWhatWaitsForApprovalAmongAllElse(String query) {
        readsLittle("special_order", "/approval-queue", query);
    }

    @ParameterizedTest
    @MethodSource("queueQueries")
    void findsWhatWaitsForAPriceAmongAllElse(String query) {
        readsLittle("special_order", "/estimated-queue", query);
    }

    @ParameterizedTest
    @MethodSource("installmentQueries")
    void findsInstallmentsAmongAllElse(String query) {
        readsLittle("installment", "/installments", query.isEmpty() ? "statistics=false" : "statistics=false&" + query);
    }

    private void readsLittle(String table, String list, String query) {
        String filled = query.replace("{client}", md5("client100"))
                .replace("{writer}", md5("writer100"))
                .replace("{type}", md5("type100"));
        for (RequestSpecificationSource caller : callers()) {
            Plan plan = Plans.of(table, () -> ok(caller.get(), list, filled));
            assertThat(plan.scansSequentially(table)).as(plan.toString()).isFalse();
            assertThat(plan.rowsRead(table)).as(plan.toString()).isLessThan(20L * PAGE);
        }
    }

    private interface RequestSpecificationSource {
        RequestSpecification get();
    }

    /** An admin; a superadmin who asks for one website; one who asks for all. */
    private static List<RequestSpecificationSource> callers() {
        return List.of(() -> admin(website), () -> superadmin().queryParam("website_id", website), () -> superadmin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "writer"})
    void readsLittleOfWhatIsSomebodysOwn(String role) {
        for (String query : List.of("", "status=completed", "order_type=predefined", "from=2025-01-02T00:00:00Z")) {
            Plan plan = Plans.of("special_order", () -> ok(as(role, website, md5(role + "100")), "", query));
            assertThat(plan.scansSequentially("special_order"))
                    .as(plan.toString())
                    .isFalse();
            assertThat(plan.rowsRead("special_order")).as(plan.toString()).isLessThan(20L * PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        assertStatements("?limit=" + limit, limit, 1);
        assertStatements("?total=true&limit=" + limit, limit, 2);
        assertStatements("/approval-queue?limit=" + limit, limit, 1);
        assertStatements("/approval-queue?total=true&limit=" + limit, limit, 2);
        assertStatements("/installments?statistics=false&limit=" + limit, limit, 1);
        assertStatements("/installments?limit=" + limit, limit, 2);
        assertStatements("/estimated-queue?limit=" + limit, Math.min(limit, 100), 1);
    }

    private void assertStatements(String query, int items, int statements) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        admin(website).get(ORDERS + query).then().statusCode(200).body("items", hasSize(items));
        assertThat(statistics.getPrepareStatementCount()).as(query).isEqualTo(statements);
    }

    @Test
    void readsAnOrderWithItsInstallmentsAndItsHistoryInOneStatementEach() {
        String small = aWebsite();
        String id = aStartedOrder(small, account());
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        read(small, id).body("installments", hasSize(2));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        admin(small).get(ORDERS + "/" + id + "/history").then().statusCode(200).body("items", hasSize(4));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void countsWhatTheWholeFilterLetsThrough() {
        String small = aWebsite();
        String client = account();
        String paid = anApprovedOrder(small, client);
        String deposit = read(small, paid).extract().path("installments[0].id");
        done(small, paid, "installments/" + deposit + "/mark-paid", reason());
        anApprovedOrder(small, account());
        done(small, anApprovedOrder(small, client), "cancel", reason());
        admin(small)
                .get(ORDERS + "/installments?limit=1")
                .then()
                .statusCode(200)
                .body(
                        "items", hasSize(1),
                        "statistics", hasSize(1),
                        "statistics[0].currency", equalTo("USD"),
                        "statistics[0].installments", is(4),
                        "statistics[0].paid", is(1),
                        "statistics[0].unpaid", is(3),
                        "statistics[0].overdue", is(0),
                        "statistics[0].total_paid", is(50.00f),
                        "statistics[0].total_due", is(150.00f),
                        "statistics[0].total_overdue", is(0.00f));
        admin(small)
                .get(ORDERS + "/installments?status=unpaid&client_id=" + client)
                .then()
                .body("items", hasSize(1), "statistics[0].total_due", is(50.00f), "statistics[0].paid", is(0));
        admin(small)
                .get(ORDERS + "/installments?status=paid&statistics=false")
                .then()
                .body("items.id", contains(deposit), "statistics", nullValue());
        admin(small)
                .get(ORDERS + "/installments?status=overdue")
                .then()
                .body("items", hasSize(0), "statistics", hasSize(0), "next_cursor", nullValue());
    }

    @Test
    void showsInEachQueueWhatWaitsThere() {
        String small = aWebsite();
        String client = account();
        String unpriced = anInquiry(small, client);
        String predefined = aPredefinedOrder(small, client, aType(small));
        String priced = anInquiry(small, client);
        done(small, priced, "estimate", Map.of("total_cost", 100));
        anApprovedOrder(small, client);
        done(small, anInquiry(small, client), "cancel", reason());
        admin(small).get(ORDERS + "/approval-queue").then().body("items.id", contains(unpriced, predefined, priced));
        admin(small).get(ORDERS + "/estimated-queue").then().body("items.id", contains(unpriced));
        admin(small)
                .get(ORDERS + "/approval-queue?status=awaiting_approval")
                .then()
                .body("items.id", contains(priced));
        admin(small).get(ORDERS + "?order_type=predefined").then().body("items.id", contains(predefined));
    }

    @Test
    void goesOnWhereAPageEnded() {
        String small = aWebsite();
        String client = account();
        List<String> ids =
                IntStream.range(0, 5).mapToObj(i -> anInquiry(small, client)).toList();
        List<String> oldestFirst = allPages(small, "/approval-queue");
        assertThat(oldestFirst).isEqualTo(ids);
        List<String> newestFirst = new ArrayList<>(ids);
        java.util.Collections.reverse(newestFirst);
        assertThat(allPages(small, "")).isEqualTo(newestFirst);
    }

    private static List<String> allPages(String website, String list) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            var page = admin(website)
                    .get(ORDERS + list + "?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.path("items.id"));
            String next = page.path("next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        return all;
    }

    private static void ok(RequestSpecification caller, String list, String query) {
        caller.get(ORDERS + list + "?limit=" + PAGE + (query.isEmpty() ? "" : "&" + query))
                .then()
                .statusCode(200);
    }

    /** As PostgreSQL makes it of what FILL hashes. */
    private static String md5(String text) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("MD5")
                    .digest((text + website).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
