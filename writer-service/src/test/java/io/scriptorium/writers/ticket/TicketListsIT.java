package io.scriptorium.writers.ticket;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.Plan;
import io.scriptorium.local.test.Plans;
import io.scriptorium.writers.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of tickets: their filters, their pages, and what they cost among 200,000 others. */
@QuarkusTest
@WithParts
class TicketListsIT {
    private static final String TICKETS = "/api/v1/tickets";

    /** Two websites of 40 writers and 12 assignees each. One in 50 is urgent, one in ten is not closed. */
    private static final String FILL_PEOPLE = """
            INSERT INTO account (id, website_id, username, email, full_name, role, created_at, updated_at, version)
            SELECT gen_random_uuid(), '%1$s', role || '-' || n, 'filler@mail.example', 'Filler', role,
                   timestamptz '2026-01-01', timestamptz '2026-01-01', 0
              FROM generate_series(1, 40) AS n, (VALUES ('writer'), ('support')) AS roles (role)
             WHERE role = 'writer' OR n <= 12
            """;

    private static final String FILL_TICKETS = """
            WITH writers AS (SELECT array_agg(id) AS ids FROM account WHERE website_id = '%1$s' AND role = 'writer'),
                 staff AS (SELECT array_agg(id) AS ids FROM account WHERE website_id = '%1$s' AND role = 'support')
            INSERT INTO ticket (id, website_id, writer_id, category, priority, status, subject, description,
                                assigned_to, created_at, updated_at, closed_at, version)
            SELECT gen_random_uuid(), '%1$s', writers.ids[1 + n %% 40],
                   (ARRAY['order_issue', 'payment_issue', 'technical', 'other'])[1 + n / 3 %% 4],
                   CASE WHEN n %% 50 = 0 THEN 'urgent' ELSE (ARRAY['low', 'normal', 'high'])[1 + n / 7 %% 3] END,
                   CASE WHEN n / 40 %% 10 = 0 THEN (ARRAY['open', 'in_progress', 'resolved'])[1 + n / 400 %% 3]
                        ELSE 'closed' END,
                   'Filler', 'Filler', CASE WHEN n %% 9 > 0 THEN staff.ids[1 + n / 7 %% 12] END,
                   timestamptz '2026-01-01' + n * interval '1 minute',
                   timestamptz '2026-03-15' + n * 7919 %% 100000 * interval '1 minute',
                   CASE WHEN n / 40 %% 10 > 0 THEN timestamptz '2026-06-01' END, 0
              FROM generate_series(1, 100000) AS n, writers, staff
            """;
    private static final int PAGE = 50;
    /** Of rows that another filter beside the index's columns throws away again. */
    private static final long FEW = 10L * PAGE;

    private static String website;
    private static String writer;
    private static String assignee;

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
                    statement.execute(FILL_PEOPLE.formatted(each));
                    statement.execute(FILL_TICKETS.formatted(each));
                }
                statement.execute("ANALYZE account, ticket");
            }
            website = filled;
            writer = superadmin().get(TICKETS + "?website_id=" + filled).path("items[0].writer_id");
            assignee = superadmin()
                    .get(TICKETS + "?assigned=true&website_id=" + filled)
                    .path("items[0].assigned_to");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=open",
                "status=closed",
                "category=technical",
                "priority=urgent",
                "priority=low",
                "writer_id={writer}",
                "writer_id={writer}&status=closed",
                "assigned_to={assignee}",
                "assigned_to={assignee}&status=closed",
                "assigned_to={assignee}&status=open",
                "assigned=false",
                "assigned=true",
                "created_from=2026-02-01T00:00:00Z",
                "created_until=2026-02-01T00:00:00Z",
                "created_from=2026-02-01T00:00:00Z&created_until=2026-02-02T00:00:00Z",
                "status=in_progress&category=other",
                "status=open&priority=urgent",
                "sort=created_at",
                "sort=updated_at",
                "sort=-updated_at",
                "status=resolved&sort=-updated_at",
                "status=open&sort=created_at"
            })
    void readsLittleMoreThanItShows(String query) {
        isCheap(() -> as("support", website, UUID.randomUUID().toString()), query);
        isCheap(() -> superadmin().queryParam("website_id", website), query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=open",
                "writer_id={writer}",
                "writer_id={writer}&status=closed",
                "assigned_to={assignee}",
                "assigned_to={assignee}&status=closed",
                "created_until=2026-02-01T00:00:00Z",
                "sort=created_at",
                "sort=-updated_at"
            })
    void readsLittleMoreThanItShowsOfAllWebsites(String query) {
        isCheap(() -> superadmin(), query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status=closed", "status=open", "sort=created_at"})
    void readsLittleMoreThanItShowsOfAWritersOwn(String query) {
        isCheap(() -> as("writer", website, writer), query);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void costsOneStatementAPageAndOneMoreForATotal(int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        as("admin", website, UUID.randomUUID().toString())
                .get(TICKETS + "?limit=" + limit)
                .then()
                .body("items", hasSize(limit));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        as("writer", website, writer)
                .get(TICKETS + "?status=closed&total=true&limit=" + limit)
                .then()
                .body("items", hasSize(limit), "total", notNullValue());
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void costsOneStatementForATicketAndForAPageBelowIt() {
        String small = aWebsite();
        String owner = anAccount(small, "writer");
        String id = as("writer", small, owner)
                .body("""
                        {"category": "other", "subject": "Subject", "description": "Description"}
                        """)
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("writer", small, owner)
                .body("{\"body\": \"Message\"}")
                .post(TICKETS + "/" + id + "/messages")
                .then()
                .statusCode(201);
        Statistics statistics = sessions.getStatistics();
        for (String path : List.of("", "/messages", "/history")) {
            statistics.clear();
            as("writer", small, owner).get(TICKETS + "/" + id + path).then().statusCode(200);
            assertThat(statistics.getPrepareStatementCount()).as(path).isEqualTo(1);
        }
    }

    @Test
    void givesWhatTheFiltersLetThroughAndNothingElse() {
        RequestSpecification caller = as("support", website, UUID.randomUUID().toString());
        caller.get(TICKETS + "?status=open&priority=urgent&limit=60")
                .then()
                .body("items.size()", equalTo(60))
                .body("items.status", everyItem(equalTo("open")), "items.priority", everyItem(equalTo("urgent")));
        as("support", website, UUID.randomUUID().toString())
                .get(TICKETS + "?created_from=2026-01-02T00:00:00Z&created_until=2026-01-02T01:00:00Z&total=true")
                .then()
                .body("total", equalTo(60));
        as("support", website, UUID.randomUUID().toString())
                .get(TICKETS + "?colour=red")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("colour"));
    }

    @Test
    void goesOnWhereAPageEndedInEachSort() {
        for (String sort : List.of("created_at", "-created_at", "updated_at", "-updated_at")) {
            String query = TICKETS + "?status=open&sort=" + sort + "&limit=";
            List<String> whole = support().get(query + 120).path("items.id");
            List<String> paged = new ArrayList<>();
            String cursor = "";
            while (paged.size() < whole.size()) {
                var page = support()
                        .get(query + 40 + cursor)
                        .then()
                        .statusCode(200)
                        .extract();
                paged.addAll(page.path("items.id"));
                cursor = "&cursor=" + page.path("next_cursor");
            }
            assertThat(paged).as(sort).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    private static RequestSpecification support() {
        return as("support", website, UUID.randomUUID().toString());
    }

    private interface Caller {
        RequestSpecification get();
    }

    private static void isCheap(Caller caller, String query) {
        String asked = query.replace("{writer}", writer).replace("{assignee}", assignee);
        Plan plan = Plans.of(
                "ticket",
                () -> caller.get()
                        .get(TICKETS + "?limit=" + PAGE + (asked.isEmpty() ? "" : "&" + asked))
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(PAGE)));
        assertThat(plan.scansSequentially("ticket")).as(plan.toString()).isFalse();
        assertThat(plan.rowsRead("ticket")).as(plan.toString()).isLessThan(FEW);
    }
}
