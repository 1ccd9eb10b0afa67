package io.scriptorium.dashboard.userstats;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.Event.accountDeleted;
import static io.scriptorium.dashboard.Event.website;
import static io.scriptorium.dashboard.Event.websiteDeleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.Statements;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.local.test.LocalParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class UsersDashboardIT {
    private static final String USERS = "/api/v1/admin/dashboards/users";
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant LONG_AGO = Instant.parse("2020-02-29T23:59:59.999Z");

    @Inject
    AgroalDataSource database;

    private final UUID site = UUID.randomUUID();

    @BeforeEach
    void aWebsite() throws Exception {
        Broker.send(website(site, 1, "Essays"));
        eventually(superadmin(), response -> assertThat(response.statusCode()).isEqualTo(200));
    }

    @Test
    void countsAnEmptyWebsiteAsNoughts() {
        superadmin()
                .get(USERS + "?days=7&website_id=" + site)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "total_users", is(0),
                        "active_users", is(0),
                        "suspended_users", is(0),
                        "total_writers", is(0),
                        "total_editors", is(0),
                        "total_support", is(0),
                        "total_clients", is(0),
                        "total_admins", is(0),
                        "new_users", is(0),
                        "new_users_previous", is(0),
                        "daily.size()", is(7),
                        "daily[6].day", equalTo(LocalDate.now(ZoneOffset.UTC).toString()),
                        "days", is(7),
                        "by_website", nullValue(),
                        "scope.website_id", equalTo(site.toString()),
                        "as_of", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    @Test
    void followsEveryChangeOfAnAccount() throws Exception {
        UUID writer = UUID.randomUUID();
        UUID client = UUID.randomUUID();
        Broker.send(
                account(writer, 1, site, "writer", false, TODAY),
                account(client, 2, site, "client", false, LONG_AGO),
                account(UUID.randomUUID(), 3, site, "admin", false, TODAY));
        shows("total_users", 2, "total_writers", 1, "total_clients", 1, "total_admins", 1, "new_users", 1);

        Broker.send(account(writer, 4, site, "editor", true, TODAY));
        shows("total_writers", 0, "total_editors", 1, "suspended_users", 1, "active_users", 1, "new_users", 1);

        // A late older one changes nothing; the later deletion proves that it was taken.
        Broker.send(account(writer, 1, site, "writer", false, TODAY), accountDeleted(client, 5));
        shows("total_users", 1, "total_clients", 0, "total_editors", 1, "new_users", 1);
    }

    @Test
    void answersTheSecondReadFromTheCacheUntilSomethingChanges() throws Exception {
        Client client = as("admin", site);
        client.get(USERS).then().statusCode(200).header("Cache-Status", "dashboard; fwd=miss; stored");
        client.get(USERS).then().statusCode(200).header("Cache-Status", matchesPattern("dashboard; hit; ttl=\\d+"));
        Broker.send(account(UUID.randomUUID(), 1, site, "writer", false, TODAY));
        eventually(
                client,
                response -> assertThat(response.<Integer>path("total_users")).isEqualTo(1));
        client.get(USERS).then().header("Cache-Status", startsWith("dashboard; hit"));
        // What changes on another website makes the view of all old, and not this one.
        UUID elsewhere = UUID.randomUUID();
        Broker.send(account(UUID.randomUUID(), 1, elsewhere, "writer", false, TODAY));
        eventually(
                as("admin", elsewhere),
                elsewhere,
                shown -> assertThat(shown.<Integer>path("total_users")).isEqualTo(1));
        client.get(USERS).then().header("Cache-Status", startsWith("dashboard; hit"));
        Client root = superadmin();
        root.get(USERS + "?refresh=true&website_id=" + site).then().header("Cache-Status", "dashboard; fwd=request");
    }

    @Test
    void costsOneStatementWhenColdAndNoneWhenCached() throws Exception {
        Client one = as("support", site);
        Client all = superadmin();
        long before = Statements.onStats(database);
        one.get(USERS)
                .then()
                .statusCode(200)
                .header("Server-Timing", matchesPattern("db;dur=[0-9.]+;desc=\"1\", cache;dur=.*"));
        assertThat(Statements.onStats(database) - before).isEqualTo(1);
        all.get(USERS).then().statusCode(200);
        assertThat(Statements.onStats(database) - before).isEqualTo(2);
        one.get(USERS).then().statusCode(200).header("Server-Timing", startsWith("db;dur=0.00;desc=\"0\""));
        all.get(USERS).then().statusCode(200).header("Cache-Status", startsWith("dashboard; hit"));
        assertThat(Statements.onStats(database) - before).isEqualTo(2);
    }

    @Test
    void asksTheDatabaseOnceForFiveHundredSimultaneousMisses() throws Exception {
        Client client = as("admin", site);
        long before = Statements.onStats(database);
        ExecutorService clients = Executors.newFixedThreadPool(100);
        try {
            List<Integer> answers = new ArrayList<>();
            Callable<Integer> read = () -> client.get(USERS).statusCode();
            for (Future<Integer> answer : clients.invokeAll(Collections.nCopies(500, read))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(500).containsOnly(200);
        } finally {
            clients.shutdownNow();
        }
        assertThat(Statements.onStats(database) - before).isEqualTo(1);
    }

    @Test
    void answersNotModifiedToWhoHasItAndGzipToWhoTakesIt() {
        Client client = as("admin", site);
        Response first = client.request().header("Accept-Encoding", "identity").get(USERS);
        first.then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Encoding");
        client.request()
                .header("If-None-Match", first.header("ETag"))
                .get(USERS)
                .then()
                .statusCode(304)
                .body(emptyString());
        as("admin", site)
                .request()
                .header("Accept-Encoding", "gzip")
                .get(USERS)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .body("total_users", is(0));
    }

    @Test
    void listsWebsitesInTheViewOfAllUntilTheyAreDeleted() throws Exception {
        Broker.send(
                account(UUID.randomUUID(), 1, site, "client", true, TODAY),
                account(UUID.randomUUID(), 2, null, "superadmin", false, TODAY));
        Client root = superadmin();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> root.get(USERS)
                        .then()
                        .statusCode(200)
                        .body(
                                "scope",
                                equalTo("all"),
                                "by_website.find { it.website_id == '" + site + "' }.total_users",
                                is(1),
                                "by_website.find { it.website_id == '" + site + "' }.suspended_users",
                                is(1),
                                "by_website.find { it.website_id == '" + site + "' }.name",
                                equalTo("Essays")));
        Broker.send(website(site, 2, "Better Essays"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> root.get(USERS).then().body("by_website.name", hasItem("Better Essays")));
        Broker.send(websiteDeleted(site, 3));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> root.get(USERS)
                        .then()
                        .body("by_website.find { it.website_id == '" + site + "' }", nullValue()));
        superadmin().get(USERS + "?website_id=" + site).then().statusCode(404).body("request_id", notNullValue());
    }

    @Test
    void answersFromTheDatabaseWhileRedisIsGoneAndNeverOldNumbersAfterwards() throws Exception {
        Client client = as("admin", site);
        client.get(USERS).then().statusCode(200);
        LocalParts.redis().kill();
        try {
            for (int i = 0; i < 20; i++) {
                client.get(USERS).then().statusCode(200).body("total_users", is(0));
            }
            Broker.send(account(UUID.randomUUID(), 1, site, "writer", false, TODAY));
            eventually(client, response -> {
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.<Integer>path("total_users")).isEqualTo(1);
                assertThat(response.header("Cache-Status")).startsWith("dashboard; fwd=bypass");
            });
        } finally {
            LocalParts.redis().restart();
        }
        eventually(client, response -> {
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
            assertThat(response.<Integer>path("total_users")).isEqualTo(1);
            assertThat(response.header("Cache-Status")).startsWith("dashboard; hit");
        });
    }

    @Test
    void comparesWithAsManyDaysRightBefore() throws Exception {
        Instant lastWeek = TODAY.minus(Duration.ofDays(7));
        Broker.send(
                account(UUID.randomUUID(), 1, site, "writer", false, TODAY),
                account(UUID.randomUUID(), 2, site, "writer", false, lastWeek),
                account(UUID.randomUUID(), 3, site, "client", false, lastWeek),
                account(UUID.randomUUID(), 4, site, "client", false, LONG_AGO));
        shows("total_users", 4);
        LocalDate today = LocalDate.ofInstant(TODAY, ZoneOffset.UTC);
        for (String span : List.of("days=7", "date_from=" + today.minusDays(6) + "&date_to=" + today)) {
            superadmin()
                    .get(USERS + "?compare=previous&website_id=" + site + "&" + span)
                    .then()
                    .statusCode(200)
                    .body(
                            "new_users", is(1),
                            "days", is(7),
                            "compare.date_from", equalTo(today.minusDays(13).toString()),
                            "compare.date_to", equalTo(today.minusDays(7).toString()),
                            "compare.previous.new_users", is(2),
                            "compare.previous.clients", is(1),
                            "compare.difference.new_users", is(-1),
                            "compare.difference.writers", is(0));
        }
        superadmin().get(USERS + "?website_id=" + site).then().body("compare", nullValue());
    }

    @Test
    void exportsEveryTableFromTheCachedAnswer() throws Exception {
        Broker.send(
                account(UUID.randomUUID(), 1, site, "writer", false, TODAY), website(site, 2, "=HYPERLINK(\\\"x\\\")"));
        shows("total_users", 1);
        Client root = superadmin();
        root.get(USERS + "?days=2&website_id=" + site).then().statusCode(200);
        long before = Statements.onStats(database);
        Response daily = root.get(USERS + "/export.csv?table=daily&days=2&website_id=" + site);
        daily.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"users-daily.csv\"")
                .header("Cache-Status", startsWith("dashboard; hit"));
        LocalDate today = LocalDate.ofInstant(TODAY, ZoneOffset.UTC);
        assertThat(daily.asString())
                .isEqualTo("day,new_users,writers,editors,support,clients,admins\r\n" + today.minusDays(1)
                        + ",0,0,0,0,0,0\r\n" + today + ",1,1,0,0,0,0\r\n");
        root.request()
                .header("If-None-Match", daily.header("ETag"))
                .get(USERS + "/export.csv?table=daily&days=2&website_id=" + site)
                .then()
                .statusCode(304);
        assertThat(Statements.onStats(database)).isEqualTo(before);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(superadmin()
                                .get(USERS + "/export.csv?table=by_website")
                                .asString())
                        .contains(site + ",\"'=HYPERLINK(\"\"x\"\")\",1,1,0\r\n"));
        root.get(USERS + "/export.csv").then().statusCode(400).body("errors.field", hasItem("table"));
        root.get(USERS + "/export.csv?table=nothing").then().statusCode(400);
        root.get("/api/v1/admin/dashboards/nothing/export.csv?table=daily")
                .then()
                .statusCode(404);
        as("writer", site).get(USERS + "/export.csv?table=daily").then().statusCode(403);
    }

    private void shows(Object... fieldsAndNumbers) {
        Client client = superadmin();
        eventually(client, response -> {
            for (int i = 0; i < fieldsAndNumbers.length; i += 2) {
                assertThat(response.<Object>path((String) fieldsAndNumbers[i]))
                        .as("%s in %s", fieldsAndNumbers[i], response.asString())
                        .isEqualTo(fieldsAndNumbers[i + 1]);
            }
        });
    }

    private void eventually(Client client, Consumer<Response> check) {
        eventually(client, site, check);
    }

    private static void eventually(Client client, UUID website, Consumer<Response> check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> check.accept(client.get(USERS + "?website_id=" + website)));
    }
}
