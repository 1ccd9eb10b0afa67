package io.scriptorium.writers;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The service as its clients meet it. */
public final class Suite {
    private static final Duration TTL = Duration.ofMinutes(10);

    private Suite() {}

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
                                .encodeContentTypeAs(
                                        "application/merge-patch+json", io.restassured.http.ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json");
    }

    /** A website of its own for a test. */
    public static String aWebsite() {
        return superadmin()
                .body(websiteFields())
                .post("/api/v1/websites")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> websiteFields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", "Essays");
        fields.put("domain", unique("essays") + ".example");
        fields.put("currency", "USD");
        fields.put("time_zone", "Europe/Berlin");
        return fields;
    }

    /** An account's id. */
    public static String anAccount(String websiteId, String role) {
        return created(accountFields(websiteId, role)).extract().path("id");
    }

    public static ValidatableResponse created(Map<String, Object> accountFields) {
        return superadmin().body(accountFields).post("/api/v1/accounts").then().statusCode(201);
    }

    public static Map<String, Object> accountFields(String websiteId, String role) {
        String username = unique("user");
        Map<String, Object> fields = new HashMap<>();
        if (websiteId != null) {
            fields.put("website_id", websiteId);
        }
        fields.put("username", username);
        fields.put("email", username + "@mail.example");
        fields.put("full_name", "Some Body");
        fields.put("role", role);
        return fields;
    }

    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
