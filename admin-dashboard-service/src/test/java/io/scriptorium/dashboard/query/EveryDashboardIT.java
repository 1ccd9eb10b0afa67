package io.scriptorium.dashboard.query;

import static io.restassured.RestAssured.get;
import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.DashboardChecks;
import io.scriptorium.dashboard.Statements;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.ingest.Projections;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What holds for every dashboard, also for those that come later: each of these tests asks them all. */
@QuarkusTest
@WithParts
class EveryDashboardIT {
    private static final String DASHBOARDS = "/api/v1/admin/dashboards/";

    @Inject
    Dashboards dashboards;

    @Inject
    AgroalDataSource database;

    @Inject
    Projections projections;

    @TestHTTPResource(value = "/openapi", management = true)
    String openApi;

    @Test
    void costsOneStatementIsExportedFromTheCacheAndShowsStrangersNothing() throws Exception {
        UUID site = UUID.randomUUID();
        Broker.send(website(site, 1, "Essays"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> superadmin()
                        .get(DASHBOARDS + "users?website_id=" + site)
                        .then()
                        .statusCode(200));
        for (String name : dashboards.names()) {
            // Only the view of all websites has every table of the users: their own test looks at them.
            if (!name.equals("users")) {
                DashboardChecks.check(database, name, site);
            }
        }
    }

    @Test
    void costsOneStatementAlsoForAYearComparedWithTheYearBefore() throws Exception {
        for (String name : dashboards.names()) {
            Client client = superadmin();
            long before = Statements.onStats(database);
            client.get(DASHBOARDS + name + comparing(name)).then().statusCode(200);
            assertThat(Statements.onStats(database) - before).as(name).isEqualTo(1);
        }
    }

    @Test
    void showsAnAdminTheOwnWebsiteAlone() {
        UUID own = UUID.randomUUID();
        for (String name : dashboards.names()) {
            for (String role : List.of("admin", "support")) {
                as(role, own)
                        .get(DASHBOARDS + name)
                        .then()
                        .statusCode(200)
                        .body("scope.website_id", equalTo(own.toString()), "as_of", notNullValue());
                // What stands for all websites in the tables is nobody's to name.
                as(role, own)
                        .get(DASHBOARDS + name + "?website_id=" + new UUID(-1, -1))
                        .then()
                        .statusCode(404);
                as(role, null).get(DASHBOARDS + name).then().statusCode(403);
            }
            superadmin().get(DASHBOARDS + name).then().statusCode(200).body("scope", equalTo("all"));
        }
    }

    @Test
    void comparesOnlyWhenAskedTo() {
        UUID site = UUID.randomUUID();
        for (String name : dashboards.names()) {
            if (dashboards.named(name).orElseThrow().spanRule().allowed()) {
                as("admin", site).get(DASHBOARDS + name).then().body("compare", nullValue());
                as("admin", site)
                        .get(DASHBOARDS + name + comparing(name))
                        .then()
                        .statusCode(200)
                        .body("compare", notNullValue());
            }
        }
    }

    @Test
    void showsOnlyWhatItReads() {
        for (String name : dashboards.names()) {
            Set<String> shown = dashboards.named(name).orElseThrow().topics();
            assertThat(shown).as(name).isNotEmpty().isSubsetOf(projections.topics());
        }
    }

    @Test
    void takesTheParametersThatItsDescriptionOffersAndNoOther() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(get(openApi + "?format=json").asString())
                .path("paths");
        Set<String> all = new TreeSet<>();
        dashboards.names().forEach(name -> all.addAll(offered(paths, name)));
        assertThat(all).contains("website_id", "days", "currency");
        for (String name : dashboards.names()) {
            Set<String> offered = offered(paths, name);
            assertThat(offered)
                    .as(name)
                    .isEqualTo(dashboards.named(name).orElseThrow().parameters());
            for (String parameter : all) {
                Response answer = superadmin().get(DASHBOARDS + name + "?" + parameter + "=nonsense");
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.asString().contains("is not a parameter here"))
                        .as(name + " of " + parameter + ": " + answer.asString())
                        .isEqualTo(!offered.contains(parameter));
            }
        }
    }

    private static Set<String> offered(JsonNode paths, String name) {
        Set<String> names = new TreeSet<>();
        paths.path(DASHBOARDS + name)
                .path("get")
                .path("parameters")
                .forEach(each -> names.add(each.path("name").asText()));
        return names;
    }

    private String comparing(String name) {
        return dashboards.named(name).orElseThrow().spanRule().allowed() ? "?compare=previous&days=365" : "";
    }
}
