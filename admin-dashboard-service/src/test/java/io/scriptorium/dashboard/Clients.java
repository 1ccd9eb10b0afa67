package io.scriptorium.dashboard;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.UUID;

/** The service's clients, each with a token of its own. */
public final class Clients {
    private static final Duration TTL = Duration.ofMinutes(10);

    /** One client, who may ask more than once. */
    public record Client(String token) {
        /** A new one each time: RestAssured's remember what was asked with them before. */
        public RequestSpecification request() {
            return given().header("Authorization", "Bearer " + token).contentType("application/json");
        }

        public Response get(String path) {
            return request().get(path);
        }
    }

    private Clients() {}

    public static Client superadmin() {
        return as("superadmin", null);
    }

    /** A new subject each time, so that no test meets what another one cached. */
    public static Client as(String role, UUID websiteId) {
        String website = websiteId == null ? null : websiteId.toString();
        return new Client(
                LocalParts.issuer().token(role, website, UUID.randomUUID().toString(), TTL));
    }
}
