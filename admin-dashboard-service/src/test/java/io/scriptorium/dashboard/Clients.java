package io.scriptorium.dashboard;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.UUID;

/** The service's clients, each with a token of its own. */
public final class Clients {
    private static final Duration TTL = Duration.ofMinutes(10);

    private Clients() {}

    public static RequestSpecification superadmin() {
        return as("superadmin", null);
    }

    /** A new subject each time, so that no test meets what another one cached. */
    public static RequestSpecification as(String role, UUID websiteId) {
        String website = websiteId == null ? null : websiteId.toString();
        return bearer(LocalParts.issuer().token(role, website, UUID.randomUUID().toString(), TTL));
    }

    public static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
