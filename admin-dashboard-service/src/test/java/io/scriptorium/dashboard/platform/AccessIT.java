package io.scriptorium.dashboard.platform;

import static io.restassured.RestAssured.given;
import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithParts
class AccessIT {
    private static final String USERS = "/api/v1/admin/dashboards/users";
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void refusesRequestsWithoutATokenThatIsValidHere() {
        LocalIssuer stranger = new LocalIssuer(
                LocalParts.folder().resolve("stranger"), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
        LocalIssuer otherAudience =
                new LocalIssuer(LocalParts.folder().resolve("issuer"), LocalIssuer.DEFAULT_ISSUER, "another-suite");
        given().get(USERS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
        for (String token : new String[] {
            stranger.token("superadmin", null, "me", HOUR),
            otherAudience.token("superadmin", null, "me", HOUR),
            LocalParts.issuer().token("superadmin", null, "me", HOUR.negated()),
            "nonsense"
        }) {
            new Client(token).get(USERS).then().statusCode(401).contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "writer", "client", "unheard-of"})
    void refusesRolesThatHaveNoDashboards(String role) {
        as(role, UUID.randomUUID()).get(USERS).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void showsAnAdminNothingOfAnotherWebsiteWhateverIsSent() throws Exception {
        UUID own = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        Broker.send(account(UUID.randomUUID(), 1, foreign, "writer", false, Instant.now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("admin", foreign).get(USERS).then().body("total_writers", is(1)));
        for (String role : new String[] {"admin", "support"}) {
            as(role, own).get(USERS).then().statusCode(200).body("total_writers", is(0), "by_website", nullValue());
            as(role, own).get(USERS + "?website_id=" + own).then().statusCode(200);
            as(role, own).get(USERS + "?website_id=" + foreign).then().statusCode(404);
            // The all-zero id is what stands for no website in the tables.
            as(role, own).get(USERS + "?website_id=" + new UUID(0, 0)).then().statusCode(404);
            // And this one for all of them.
            as(role, own)
                    .get(USERS + "?website_id=ffffffff-ffff-ffff-ffff-ffffffffffff")
                    .then()
                    .statusCode(404);
            as(role, own).get(USERS + "?website_id=").then().statusCode(400);
            as(role, own)
                    .get(USERS + "?website_id=" + own + "&website_id=" + foreign)
                    .then()
                    .statusCode(400);
            as(role, null).get(USERS).then().statusCode(403);
        }
        superadmin().get(USERS + "?website_id=" + UUID.randomUUID()).then().statusCode(404);
        UUID all = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
        superadmin().get(USERS + "?website_id=" + all).then().statusCode(404);
        as("admin", all).get(USERS).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days=0",
                "days=366",
                "date_to=2026-01-31",
                "date_from=2026-02-30",
                "date_from=2024-01-01&date_to=2025-12-31",
                "date_to=2026-01-30&date_from=2026-01-31",
                "compare=next",
                "currency=EUR",
                "days=-1",
                "days=367",
                "days=ten",
                "days=1.5",
                "days=99999999999",
                "days=1&days=2",
                "days=",
                "refresh=yes",
                "refresh=1",
                "website_id=x",
                "website_id=1-1-1-1-1",
                "colour=red"
            })
    void namesAWrongQueryParameter(String query) {
        superadmin()
                .get(USERS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(query.split("=")[0]), "status", equalTo(400));
    }
}
