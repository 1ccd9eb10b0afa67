package io.scriptorium.dashboard.operations;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.Event.website;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.WithParts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an operator sees. */
@QuarkusTest
@WithParts
class OperationsIT {
    private static final String OPERATIONS = "/api/v1/admin/operations";
    private static final String TOPIC = "topics.find { it.topic == 'writers.account.changes' }";
    private static final String USERS = "dashboards.find { it.dashboard == 'users' }";

    @Test
    void showsHowDashboardsAreAnsweredAndTopicsRead() throws Exception {
        UUID site = UUID.randomUUID();
        Broker.send(website(site, 1, "Essays"), account(UUID.randomUUID(), 1, site, "writer", false, Instant.now()));
        Client admin = as("admin", site);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> admin.get("/api/v1/admin/dashboards/users").then().body("total_writers", is(1)));
        admin.get("/api/v1/admin/dashboards/users").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> superadmin()
                        .get(OPERATIONS)
                        .then()
                        .statusCode(200)
                        .body(TOPIC + ".lag", is(0), TOPIC + ".records_per_second", greaterThan(0f)));
        superadmin()
                .get(OPERATIONS)
                .then()
                .body(
                        "cache.owed",
                        is(false),
                        "cache.requests",
                        greaterThanOrEqualTo(2),
                        USERS + ".requests",
                        greaterThanOrEqualTo(2),
                        USERS + ".hits",
                        greaterThanOrEqualTo(1),
                        USERS + ".statements_per_request",
                        greaterThan(0f),
                        USERS + ".p50_millis",
                        greaterThan(0f));
    }

    @Test
    void isForSuperadminsAlone() {
        for (String role : new String[] {"admin", "support", "editor", "writer", "client"}) {
            as(role, UUID.randomUUID()).get(OPERATIONS).then().statusCode(403);
        }
    }
}
