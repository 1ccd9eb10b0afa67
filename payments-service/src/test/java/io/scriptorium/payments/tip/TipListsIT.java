package io.scriptorium.payments.tip;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.payments.StatementCount;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of tips and their summaries: what they say, and what they cost among 200,000 others. */
@QuarkusTest
@WithParts
class TipListsIT {
    private static final Logger LOG = Logger.getLogger(TipListsIT.class);
    private static final int PAGE = 50;
    private static final int TIPS = 100_000;

    /** By 1,000 clients to 400 writers of 5 levels; of ten tips, one each is pending, processing and failed. */
    private static final String FILL = """
            INSERT INTO payment (id, website_id, client_id, kind, reference, amount, currency, status, completed_at,
                                 refunded_amount, created_at, updated_at, version)
            SELECT md5('payment %1$s' || n)::uuid, '%1$s', md5('client %1$s' || n %% 1000)::uuid, 'tip',
                   md5('tip %1$s' || n)::uuid::text, 10.00 + n %% 50, 'USD', 'pending', NULL, 0, now, now, 0
              FROM generate_series(1, %2$d) AS n, now();
            INSERT INTO tip (id, website_id, client_id, writer_id, type, reference, reason, amount, currency, level_id,
                             level_name, writer_percentage, writer_earning, platform_profit, payment_id,
                             payment_status, refunded_amount, writer_earning_refunded, created_at, updated_at,
                             completed_at, version)
            SELECT md5('tip %1$s' || n)::uuid, '%1$s', md5('client %1$s' || n %% 1000)::uuid,
                   md5('writer %1$s' || n %% 400)::uuid, (ARRAY['direct', 'order', 'class'])[1 + n %% 3],
                   CASE WHEN n %% 3 <> 0 THEN n::text END, 'Thanks', 10.00 + n %% 50, 'USD',
                   md5('level %1$s' || n %% 5)::uuid, 'Level', 60.00, (10.00 + n %% 50) * 0.6,
                   (10.00 + n %% 50) * 0.4, md5('payment %1$s' || n)::uuid, status, 0, 0,
                   timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01',
                   CASE status WHEN 'completed' THEN timestamptz '2026-01-01' END, 0
              FROM (SELECT n, CASE n %% 10 WHEN 0 THEN 'pending' WHEN 1 THEN 'processing' WHEN 2 THEN 'failed'
                                           ELSE 'completed' END AS status
                      FROM generate_series(1, %2$d) AS n) AS given;
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
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(FILL.formatted(filled, TIPS));
                statement.execute(FILL.formatted(UUID.randomUUID(), TIPS));
                statement.execute("ANALYZE payment, tip");
            }
            website = filled;
        }
    }

    private static String id(String what, int number) {
        byte[] name = (what + " " + website + number).getBytes(StandardCharsets.US_ASCII);
        // As PostgreSQL's md5()::uuid: nameUUIDFromBytes would set a version.
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name));
            return new UUID(hash.getLong(), hash.getLong()).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<String> queries() {
        return Stream.of(
                "",
                "type=order",
                "payment_status=failed",
                "payment_status=completed&type=direct",
                "writer_id=WRITER",
                "client_id=CLIENT",
                "level_id=LEVEL",
                "writer_id=WRITER&payment_status=completed",
                "from=2026-01-10T00:00:00Z&to=2026-01-11T00:00:00Z",
                "sort=created_at",
                "sort=amount",
                "sort=-amount");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void readsLittleMoreThanItShows(String query) {
        String asked = "summary=false&" + named(query);
        cheap(admin(website), asked);
        cheap(superadmin().queryParam("website_id", website), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sort=created_at", "writer_id=WRITER", "client_id=CLIENT", "level_id=LEVEL"})
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        cheap(superadmin(), "summary=false&" + named(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "type=order", "payment_status=pending", "from=2026-01-10T00:00:00Z"})
    void readsLittleMoreThanItShowsOfTheOwn(String query) {
        cheap(as("writer", website, id("writer", 7)), "summary=false&" + query);
        cheap(as("client", website, id("client", 7)), "summary=false&" + query);
    }

    /** What the filters let through is read once, and nothing else of the table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "writer_id=WRITER, 250",
                "client_id=CLIENT, 100",
                "writer_id=WRITER&payment_status=completed, 250",
                "from=2026-01-10T00:00:00Z&to=2026-01-11T00:00:00Z, 1440",
                "from=2026-01-10T00:00:00Z&to=2026-01-11T00:00:00Z&type=class, 480"
            })
    void sumsUpANarrowFilterByAnIndex(String queryAndRows) {
        String query = named(queryAndRows.split(", ")[0]);
        int matching = Integer.parseInt(queryAndRows.split(", ")[1]);
        Plan plan = summaryPlan(query);
        assertThat(plan.scansSequentially("tip")).as(plan.toString()).isFalse();
        // A bitmap counts each row twice: in the index, and in the table.
        assertThat(plan.rowsRead("tip")).as(plan.toString()).isLessThanOrEqualTo(2L * matching + PAGE);
    }

    /** A summary of everything reads everything: no more, and once. */
    @Test
    void readsEachRowOfAWideFilterOnce() {
        Plan plan = summaryPlan("");
        LOG.infof("A summary of %d of %d tips: %s", TIPS, 2 * TIPS, plan);
        assertThat(plan.rowsRead("tip")).as(plan.toString()).isLessThanOrEqualTo(2L * TIPS + PAGE);
    }

    @Test
    void sumsUpTheWholeFilterWhateverThePage() {
        for (String limit : List.of("limit=1", "limit=200", "limit=50&sort=amount")) {
            admin(website)
                    .get("/api/v1/tips?" + limit)
                    .then()
                    .statusCode(200)
                    .body(
                            "summary.count", equalTo(TIPS),
                            "summary.amounts", hasSize(1),
                            "summary.amounts[0].currency", equalTo("USD"),
                            "summary.amounts[0].count", equalTo(TIPS),
                            // 10 to 59, each 2,000 times.
                            "summary.amounts[0].amount", equalTo(3_450_000.00f),
                            "summary.amounts[0].writer_earning", equalTo(2_070_000.00f),
                            "summary.amounts[0].platform_profit", equalTo(1_380_000.00f));
        }
        admin(website)
                .get("/api/v1/tips?writer_id=" + id("writer", 7) + "&type=class&payment_status=completed&total=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(83), "summary.count", equalTo(83), "items", hasSize(50));
        admin(website)
                .get("/api/v1/tips?from=2027-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0), "summary.count", equalTo(0), "summary.amounts", hasSize(0));
    }

    @Test
    void sumsUpEachCurrencyByItself() throws SQLException {
        String mixed = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL.formatted(mixed, 30));
            statement.execute(
                    "UPDATE tip SET currency = 'EUR' WHERE website_id = '%s' AND type = 'direct'".formatted(mixed));
        }
        ValidatableResponse page = admin(mixed).get("/api/v1/tips").then().statusCode(200);
        assertThat(page.extract().<List<String>>path("summary.amounts.currency"))
                .containsExactly("EUR", "USD");
        assertThat(page.extract().<List<Integer>>path("summary.amounts.count")).containsExactly(10, 20);
        // Against the items themselves, in another reckoning.
        Map<String, BigDecimal> earned = new TreeMap<>();
        page.extract()
                .<List<Map<String, Object>>>path("items")
                .forEach(tip -> earned.merge(
                        tip.get("currency").toString(),
                        new BigDecimal(tip.get("writer_earning").toString()),
                        BigDecimal::add));
        List<Float> sums = page.extract().path("summary.amounts.writer_earning");
        assertThat(sums.get(0).doubleValue()).isEqualTo(earned.get("EUR").doubleValue());
        assertThat(sums.get(1).doubleValue()).isEqualTo(earned.get("USD").doubleValue());
        page.body("summary.count", equalTo(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsTwoStatementsAPageWithSummaryAndTotalAndOneWithout(int limit) {
        assertThat(statementsOf(() -> admin(website), "limit=" + limit)).isEqualTo(2);
        assertThat(statementsOf(() -> admin(website), "total=true&limit=" + limit))
                .isEqualTo(2);
        assertThat(statementsOf(() -> admin(website), "summary=false&limit=" + limit))
                .isEqualTo(1);
        assertThat(statementsOf(() -> admin(website), "summary=false&total=true&limit=" + limit))
                .isEqualTo(2);
        assertThat(statementsOf(() -> as("writer", website, id("writer", 7)), "total=true&limit=" + limit))
                .isEqualTo(2);
        assertThat(statementsOf(() -> as("client", website, id("client", 7)), "total=true&limit=" + limit))
                .isEqualTo(2);
    }

    @Test
    void readsATipInOneStatement() {
        List<Supplier<RequestSpecification>> callers = List.of(
                () -> admin(website),
                () -> as("writer", website, id("writer", 7)),
                () -> as("client", website, id("client", 7)));
        for (Supplier<RequestSpecification> caller : callers) {
            assertThat(StatementCount.of(
                            sessions,
                            () -> caller.get()
                                    .get("/api/v1/tips/" + id("tip", 7))
                                    .then()
                                    .statusCode(200)))
                    .isEqualTo(1);
        }
    }

    @Test
    void pagesThroughAllOfAWritersTipsOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page = as("writer", website, id("writer", 7))
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/tips?limit=120&summary=false")
                    .then()
                    .statusCode(200)
                    .body("summary", nullValue());
            seen.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next_cursor");
        } while (cursor != null);
        assertThat(seen).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void answersOnlyTheFieldsThatAreAskedForAndTheSummaryAllTheSame() {
        admin(website)
                .get("/api/v1/tips?limit=1&fields=id,amount&client_id=" + id("client", 7))
                .then()
                .statusCode(200)
                .body("items[0].size()", equalTo(2), "items[0].amount", equalTo(17.00f))
                .body("summary.count", equalTo(100));
    }

    /** Neither in a field, nor by asking for one, nor in an order, a filter or a sum. */
    @Test
    void tellsAWriterNothingOfTheRest() {
        String writer = id("writer", 7);
        String page = as("writer", website, writer)
                .get("/api/v1/tips?limit=3")
                .then()
                .statusCode(200)
                .body("items.writer_id.unique()", equalTo(List.of(writer)), "summary.count", equalTo(250))
                .extract()
                .asString();
        String one = as("writer", website, writer)
                .get("/api/v1/tips/" + id("tip", 7))
                .then()
                .statusCode(200)
                .body("writer_earning", equalTo(10.20f))
                .extract()
                .asString();
        for (String secret :
                List.of("\"amount\"", "platform", "percentage", "level", "refunded_amount", "client", "payment_id")) {
            assertThat(page).doesNotContain(secret);
            assertThat(one).doesNotContain(secret);
        }
        for (String asked : List.of(
                "fields=amount",
                "fields=id,platform_profit",
                "fields=writer_percentage",
                "fields=level_id",
                "fields=client_id",
                "fields=refunded_amount",
                "sort=amount",
                "sort=-amount",
                "sort=platform_profit",
                "level_id=" + id("level", 2),
                "client_id=" + id("client", 7),
                "writer_id=" + id("writer", 8),
                "amount=17",
                "min_amount=17")) {
            as("writer", website, writer).get("/api/v1/tips?" + asked).then().statusCode(400);
        }
        as("writer", website, writer)
                .get("/api/v1/tips/" + id("tip", 7) + "?fields=amount")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("fields"), "detail", containsString("writer_earning"));
        as("writer", website, writer)
                .get("/api/v1/tips?fields=id,writer_earning&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].size()", equalTo(2));
        // A cursor that staff were given sorts by amounts, and is none of the writer's.
        String cursor = admin(website)
                .get("/api/v1/tips?sort=amount&limit=1")
                .then()
                .extract()
                .path("next_cursor");
        as("writer", website, writer)
                .get("/api/v1/tips?cursor=" + cursor)
                .then()
                .statusCode(400);
        for (String role : List.of("support", "editor")) {
            as(role, website, writer).get("/api/v1/tips").then().statusCode(403);
        }
        // Even with a client's id the token's role decides whose tips these are.
        as("client", website, writer).get("/api/v1/tips").then().body("items", hasSize(0));
        as("client", website, id("client", 7))
                .get("/api/v1/tips?client_id=" + id("client", 8))
                .then()
                .body("items", hasSize(0), "summary.count", equalTo(0));
    }

    private static Plan summaryPlan(String query) {
        return Plans.of("tip", 2, () -> ok(admin(website), query)).stream()
                .filter(plan -> plan.statement().contains("group by"))
                .findFirst()
                .orElseThrow();
    }

    private static void cheap(RequestSpecification caller, String query) {
        Plan plan = Plans.of("tip", () -> ok(caller, query));
        assertThat(plan.scansSequentially("tip")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("tip")).as(plan.toString()).isLessThan(20L * PAGE);
    }

    private long statementsOf(Supplier<RequestSpecification> caller, String query) {
        return StatementCount.of(
                sessions, () -> caller.get().get("/api/v1/tips?" + query).then().statusCode(200));
    }

    private static String named(String query) {
        return query.replace("WRITER", id("writer", 7))
                .replace("CLIENT", id("client", 7))
                .replace("LEVEL", id("level", 2));
    }

    private static void ok(RequestSpecification caller, String query) {
        caller.get("/api/v1/tips?limit=" + PAGE + (query.isEmpty() ? "" : "&" + query))
                .then()
                .statusCode(200);
    }
}
