package io.scriptorium.owner.test;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.UUID;

/** Who asks, each with a token of the test's own issuer. A specification is good for one request. */
public final class Callers {
    private static final Duration TTL = Duration.ofMinutes(10);

    private Callers() {}

    public static RequestSpecification superadmin() {
        return as("superadmin", null, UUID.randomUUID().toString());
    }

    public static RequestSpecification admin(String websiteId) {
        return as("admin", websiteId, UUID.randomUUID().toString());
    }

    public static RequestSpecification as(String role, String websiteId, String subject) {
        return bearer(LocalParts.issuer().token(role, websiteId, subject, TTL));
    }

    public static RequestSpecification bearer(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification anonymous() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json");
    }
}
