package io.scriptorium.dashboard.query;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    @ConfigProperty(name = "mp.messaging.incoming.changes.topics")
    List<String> topics;

    @Test
    void costsOneStatementWhenColdAndNoneWhenCached() throws Exception {
        UUID site = UUID.randomUUID();
        Broker.send(website(site, 1, "Essays"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> superadmin()
                        .get(DASHBOARDS + "users?website_id=" + site)
                        .then()
                        .statusCode(200));
        for (String name : dashboards.names()) {
            for (String query : List.of("", "?website_id=" + site, comparing(name))) {
                Client client = superadmin();
                long before = Statements.onStats(database);
                client.get(DASHBOARDS + name + query)
                        .then()
                        .statusCode(200)
                        .header("Server-Timing", matchesPattern("db;dur=[0-9.]+;desc=\"1\", cache;dur=.*"));
                assertThat(Statements.onStats(database) - before)
                        .as(name + query)
                        .isEqualTo(1);
                client.get(DASHBOARDS + name + query)
                        .then()
                        .header("Cache-Status", startsWith("dashboard; hit"))
                        .header("Server-Timing", startsWith("db;dur=0.00;desc=\"0\""));
                assertThat(Statements.onStats(database) - before)
                        .as(name + query)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void showsAnAdminTheOwnWebsiteAndNobodyElseAnything() {
        UUID own = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        for (String name : dashboards.names()) {
            for (String role : List.of("admin", "support")) {
                Client staff = as(role, own);
                staff.get(DASHBOARDS + name)
                        .then()
                        .statusCode(200)
                        .body("scope.website_id", equalTo(own.toString()), "as_of", notNullValue());
                staff.get(DASHBOARDS + name + "?website_id=" + foreign).then().statusCode(404);
                staff.get(DASHBOARDS + name + "?website_id=" + new UUID(-1, -1))
                        .then()
                        .statusCode(404);
                as(role, null).get(DASHBOARDS + name).then().statusCode(403);
            }
            for (String role : List.of("editor", "writer", "client")) {
                as(role, own).get(DASHBOARDS + name).then().statusCode(403);
            }
            superadmin()
                    .get(DASHBOARDS + name + "?website_id=" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
            superadmin().get(DASHBOARDS + name).then().statusCode(200).body("scope", equalTo("all"));
            as("admin", own)
                    .get(DASHBOARDS + name + "?colour=red")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("colour"));
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
    void exportsEveryTable() {
        UUID site = UUID.randomUUID();
        for (String name : dashboards.names()) {
            Dashboard<?> dashboard = dashboards.named(name).orElseThrow();
            assertThat(dashboard.tables()).as(name).isNotEmpty();
            for (Table table : dashboard.tables()) {
                Response csv = as("admin", site).get(DASHBOARDS + name + "/export.csv?table=" + table.name());
                assertThat(csv.statusCode()).as(name + " " + table.name()).isEqualTo(200);
                assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
                String header = csv.asString().split("\r\n")[0];
                assertThat(header.split(","))
                        .as(name + " " + table.name())
                        .hasSameSizeAs(table.columns())
                        .allMatch(column -> !column.isBlank());
            }
        }
    }

    @Test
    void showsOnlyWhatItReads() {
        for (String name : dashboards.names()) {
            Set<String> shown = dashboards.named(name).orElseThrow().topics();
            assertThat(shown).as(name).isNotEmpty().isSubsetOf(topics);
        }
    }

    private String comparing(String name) {
        return dashboards.named(name).orElseThrow().spanRule().allowed() ? "?compare=previous&days=365" : "";
    }
}
