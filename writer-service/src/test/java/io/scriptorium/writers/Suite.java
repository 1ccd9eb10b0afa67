package io.scriptorium.writers;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What tests of this service begin with. */
public final class Suite {
    private Suite() {}

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

    /** A ticket's id. */
    public static String aTicket(String websiteId, String writerId) {
        return as("writer", websiteId, writerId)
                .body("""
                        {"category": "technical", "subject": "Broken", "description": "Line one\\nline two"}
                        """)
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
