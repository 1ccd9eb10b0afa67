package io.scriptorium.writers.platform;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.anonymous;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.bearer;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.accountFields;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.websiteFields;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.test.LocalParts;
import io.scriptorium.writers.WithParts;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what; and that another website might as well not exist. */
@QuarkusTest
@WithParts
class AccessIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void refusesARequestWithoutAToken() {
        anonymous()
                .get("/api/v1/websites")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("request_id", notNullValue());
        anonymous()
                .body(accountFields(null, "client"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesTokensThatAreExpiredOrForeignOrForOthersOrNone() {
        LocalIssuer stranger = new LocalIssuer(
                LocalParts.folder().resolve("stranger"), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
        LocalIssuer otherAudience =
                new LocalIssuer(LocalParts.folder().resolve("issuer"), LocalIssuer.DEFAULT_ISSUER, "another-suite");
        LocalIssuer otherIssuer =
                new LocalIssuer(LocalParts.folder().resolve("issuer"), "somebody", LocalIssuer.DEFAULT_AUDIENCE);
        String expired = LocalParts.issuer().token("superadmin", null, "me", Duration.ofHours(-1));
        refused(expired);
        refused(stranger.token("superadmin", null, "me", HOUR));
        refused(otherAudience.token("superadmin", null, "me", HOUR));
        refused(otherIssuer.token("superadmin", null, "me", HOUR));
        refused("not.a.token");
        // Unsigned: {"alg":"none"}
        String claims =
                LocalParts.issuer().token("superadmin", null, "me", HOUR).split("\\.")[1];
        refused("eyJhbGciOiJub25lIn0." + claims + ".");
    }

    private static void refused(String token) {
        bearer(token).get("/api/v1/websites").then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "support", "editor", "writer", "client", "unheard-of"})
    void letsOnlySuperadminsNearWebsites(String role) {
        String website = aWebsite();
        RequestSpecification caller = as(role, website, UUID.randomUUID().toString());
        caller.get("/api/v1/websites").then().statusCode(403).contentType("application/problem+json");
        caller.get("/api/v1/websites/" + website).then().statusCode(403);
        caller.body(websiteFields()).post("/api/v1/websites").then().statusCode(403);
        caller.delete("/api/v1/websites/" + website).then().statusCode(403);
        caller.get("/api/v1/writer-service/outbox").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"support, 200", "editor, 403", "writer, 403", "client, 403"})
    void letsNobodyBelowAdminsChangeAccounts(String role, int listStatus) {
        String website = aWebsite();
        String account = anAccount(website, "writer");
        RequestSpecification caller = as(role, website, UUID.randomUUID().toString());
        caller.get("/api/v1/accounts").then().statusCode(listStatus);
        caller.body(accountFields(null, "client"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(403);
        caller.header("If-Match", "\"0\"")
                .body("{}")
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(403);
        caller.delete("/api/v1/accounts/" + account).then().statusCode(403);
        caller.body(Map.of("reason", "No"))
                .post("/api/v1/accounts/" + account + "/suspend")
                .then()
                .statusCode(403);
        caller.post("/api/v1/accounts/" + account + "/reactivate").then().statusCode(403);
    }

    @Test
    void letsEverybodyReadTheirOwnAccountAndNoOther() {
        String website = aWebsite();
        String own = anAccount(website, "writer");
        String other = anAccount(website, "client");
        as("writer", website, own).get("/api/v1/accounts/" + own).then().statusCode(200);
        as("writer", website, own).get("/api/v1/accounts/" + other).then().statusCode(404);
        as("support", website, own).get("/api/v1/accounts/" + other).then().statusCode(200);
    }

    @Test
    void hidesAnotherWebsiteWhateverIsSent() {
        String own = aWebsite();
        String foreign = aWebsite();
        String account = anAccount(foreign, "writer");
        String root = anAccount(null, "superadmin");
        for (String hidden : new String[] {account, root}) {
            admin(own).get("/api/v1/accounts/" + hidden).then().statusCode(404);
            admin(own)
                    .header("If-Match", "\"0\"")
                    .body("{}")
                    .patch("/api/v1/accounts/" + hidden)
                    .then()
                    .statusCode(404);
            admin(own).delete("/api/v1/accounts/" + hidden).then().statusCode(404);
            admin(own)
                    .body(Map.of("reason", "No"))
                    .post("/api/v1/accounts/" + hidden + "/suspend")
                    .then()
                    .statusCode(404);
            admin(own).post("/api/v1/accounts/" + hidden + "/reactivate").then().statusCode(404);
        }
        admin(own)
                .get("/api/v1/accounts?website_id=" + foreign)
                .then()
                .statusCode(200)
                .body("items", empty());
        String mine = anAccount(own, "client");
        admin(own)
                .get("/api/v1/accounts")
                .then()
                .statusCode(200)
                .body("items.website_id", everyItem(equalTo(own)), "items[0].id", equalTo(mine));
        superadmin().get("/api/v1/accounts/" + account).then().statusCode(200).body("version", equalTo(0));
    }

    @Test
    void keepsAnAdminWithinTheOwnWebsite() {
        String own = aWebsite();
        admin(own)
                .body(accountFields(aWebsite(), "writer"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("website_id"));
        admin(own)
                .body(accountFields(null, "superadmin"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(403);
        admin(own)
                .body(accountFields(null, "writer"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("website_id", equalTo(own));
    }

    @Test
    void letsNobodySuspendOrDeleteThemselves() {
        String website = aWebsite();
        String self = anAccount(website, "admin");
        RequestSpecification admin = as("admin", website, self);
        admin.body(Map.of("reason", "Bye"))
                .post("/api/v1/accounts/" + self + "/suspend")
                .then()
                .statusCode(409);
        admin.delete("/api/v1/accounts/" + self).then().statusCode(409);
    }

    @Test
    void refusesATokenWithoutAWebsiteOrWithTwoRoles() {
        as("admin", null, "me").get("/api/v1/accounts").then().statusCode(403);
        as("admin", "", "me").get("/api/v1/accounts").then().statusCode(403);
        // The tenant column's word for nobody's website must not be one that a token can say.
        as("admin", "*", "me").get("/api/v1/accounts").then().statusCode(403);
    }
}
