package io.scriptorium.dashboard.repair;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithParts
class RepairIT {
    private static final String OPERATIONS = "/api/v1/admin/operations";
    private static final String USERS = "/api/v1/admin/dashboards/users";

    @Inject
    AgroalDataSource database;

    private final UUID site = UUID.randomUUID();
    /** Made when the port is known. */
    private Client admin;

    @BeforeEach
    void anAdmin() {
        admin = as("admin", site);
    }

    @Test
    void findsEachWrongCounterAndSetsItRight() throws Exception {
        threeWriters();
        execute("UPDATE user_totals SET accounts = accounts + 5 WHERE website_id = '" + site + "'");
        execute("DELETE FROM user_days WHERE website_id = '" + site + "'");
        execute("INSERT INTO user_totals VALUES ('" + site + "', 'client', TRUE, 2)");

        superadmin()
                .get(OPERATIONS + "/drift")
                .then()
                .statusCode(200)
                .body(
                        "differences",
                        is(3),
                        "cells.cell",
                        hasItem(containsString(site + " writer active")),
                        "cells.find { it.cell == '" + site + " writer active' }.expected",
                        is(3),
                        "cells.find { it.cell == '" + site + " writer active' }.actual",
                        is(8),
                        "cells.find { it.cell == '" + site + " client suspended' }.expected",
                        is(0));
        recount();
        superadmin().get(OPERATIONS + "/drift").then().statusCode(200).body("differences", is(0), "cells", hasSize(0));
        admin.get(USERS).then().body("total_writers", is(3), "total_clients", is(0), "new_users", is(3));
    }

    @Test
    void readsATopicAgainAfterTheFactsWereLost() throws Exception {
        threeWriters();
        execute("DELETE FROM account_fact WHERE website_id = '" + site + "'");
        recount();
        admin.get(USERS).then().body("total_writers", is(0));

        replay();
        admin.get(USERS).then().body("total_writers", is(3), "new_users", is(3));
        superadmin().get(OPERATIONS + "/drift").then().body("differences", is(0));
        // Once more changes nothing.
        replay();
        admin.get(USERS).then().body("total_writers", is(3));
    }

    @Test
    void refusesToReplayWhatItDoesNotRead() {
        superadmin()
                .request()
                .body(Map.of("topic", "writers.poem.changes"))
                .post(OPERATIONS + "/replay")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("topic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "support", "editor", "writer", "client"})
    void letsOnlySuperadminsRepair(String role) {
        Client caller = as(role, site);
        caller.get(OPERATIONS + "/drift").then().statusCode(403);
        caller.request().post(OPERATIONS + "/recount").then().statusCode(403);
        caller.get(OPERATIONS + "/replay").then().statusCode(403);
        caller.request()
                .contentType("application/json")
                .body("{}")
                .post(OPERATIONS + "/replay")
                .then()
                .statusCode(403);
        caller.get(OPERATIONS + "/dead-letters").then().statusCode(403);
    }

    private void threeWriters() throws Exception {
        for (int i = 0; i < 3; i++) {
            Broker.send(account(UUID.randomUUID(), i + 1, site, "writer", false, Instant.now()));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> admin.get(USERS).then().body("total_writers", is(3)));
    }

    private static void replay() {
        superadmin()
                .request()
                .body(Map.of("topic", Event.ACCOUNTS))
                .post(OPERATIONS + "/replay")
                .then()
                .statusCode(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<String, Object> progress = superadmin()
                    .get(OPERATIONS + "/replay")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("");
            assertThat(progress.get("state")).isEqualTo("done");
            assertThat(progress.get("read")).isEqualTo(progress.get("total"));
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void recount() {
        superadmin()
                .request()
                .post(OPERATIONS + "/recount")
                .then()
                .statusCode(202)
                .body("state", is("running"), "all", hasItem("users"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> superadmin()
                        .get(OPERATIONS + "/recount")
                        .then()
                        .statusCode(200)
                        .body("state", is("done"), "done", hasItem("users"), "ended_at", notNullValue()));
    }
}
