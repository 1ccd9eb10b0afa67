package io.scriptorium.dashboard.cache;

import static io.restassured.RestAssured.given;
import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.local.test.LocalParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The short way of a request that was checked a moment ago gives what the usual way gives, and lets nobody else in. */
@QuarkusTest
@WithParts
class HitRouteIT {
    private static final String USERS = "/api/v1/admin/dashboards/users";

    @Inject
    MeterRegistry meters;

    private final UUID site = UUID.randomUUID();

    @BeforeEach
    void aWebsite() throws Exception {
        Broker.send(website(site, 1, "Essays"), account(UUID.randomUUID(), 1, site, "writer", false, Instant.now()));
        Client admin = as("admin", site);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get(USERS).path("total_writers").equals(1));
    }

    @Test
    void answersAsTheUsualWayDoes() {
        Client admin = as("admin", site);
        admin.get(USERS);
        // The usual way, since this address was not asked for before; from the same entry.
        Response usual = admin.get(USERS + "?days=30");
        double before = peeks();
        Response repeated = admin.get(USERS + "?days=30");
        assertThat(peeks()).isEqualTo(before + 1);
        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(repeated.asString()).isEqualTo(usual.asString());
        for (String name :
                new String[] {"Content-Type", "ETag", "Vary", "Cache-Control", "As-Of", "Content-Encoding"}) {
            assertThat(repeated.header(name)).as(name).isEqualTo(usual.header(name));
        }
        assertThat(repeated.header("Cache-Status")).startsWith("dashboard; hit");
        assertThat(repeated.header("Server-Timing")).startsWith("db;dur=0.00;desc=\"0\"");
        assertThat(repeated.header("X-Request-Id")).isNotBlank();
        admin.request()
                .header("If-None-Match", repeated.header("ETag"))
                .get(USERS + "?days=30")
                .then()
                .statusCode(304);
    }

    @Test
    void letsNobodyInWithAnotherTokenOrNone() {
        Client admin = as("admin", site);
        admin.get(USERS).then().statusCode(200);
        admin.get(USERS).then().header("Cache-Status", startsWith("dashboard; hit"));
        given().get(USERS).then().statusCode(401);
        String token = admin.token();
        String forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
        new Client(forged).get(USERS).then().statusCode(401);
        as("writer", site).get(USERS).then().statusCode(403);
        as("admin", UUID.randomUUID()).get(USERS).then().statusCode(200).body("total_writers", is(0));
    }

    /** The usual way decides then; it is lenient for a minute, since clocks differ. */
    @Test
    void leavesATokenThatHasExpiredToTheUsualWay() {
        Client brief = new Client(LocalParts.issuer()
                .token("admin", site.toString(), UUID.randomUUID().toString(), Duration.ofSeconds(10)));
        brief.get(USERS).then().statusCode(200);
        double before = peeks();
        brief.get(USERS).then().statusCode(200);
        assertThat(peeks()).isEqualTo(before + 1);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !takesTheShortWay(brief));
        assertThat(takesTheShortWay(brief)).isFalse();
    }

    private boolean takesTheShortWay(Client client) {
        double before = peeks();
        client.get(USERS);
        return peeks() > before;
    }

    @Test
    void showsAChangeAtOnce() throws Exception {
        Client admin = as("admin", site);
        admin.get(USERS);
        admin.get(USERS);
        Broker.send(account(UUID.randomUUID(), 1, site, "writer", false, Instant.now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get(USERS).path("total_writers").equals(2));
    }

    private double peeks() {
        return meters.timer("dashboard.cache.redis", "command", "peek", "outcome", "done")
                .count();
    }
}
