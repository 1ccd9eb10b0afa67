package io.scriptorium.specialorders;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What tests of this service begin with. */
public final class Suite {
    public static final String ORDERS = "/api/v1/special-orders";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Suite() {}

    /** A website of its own for a test, as writer-service tells of it. */
    public static String aWebsite() {
        return aWebsite("Europe/Berlin");
    }

    public static String aWebsite(String timeZone) {
        UUID id = UUID.randomUUID();
        send(Event.of("writers.website.changes", id, "writers.website.changed", 1, """
                {"id": "%s", "name": "Essays", "domain": "essays.example", "currency": "USD", "time_zone": "%s",
                 "active": true, "created_at": "2026-01-31T12:00:00Z", "updated_at": "2026-01-31T12:00:00Z"}
                """.formatted(id, timeZone)));
        await("SELECT count(*) FROM website WHERE id = ?", id, 1);
        return id.toString();
    }

    /** The account of an active writer. */
    public static String aWriter(String website) {
        UUID account = UUID.randomUUID();
        UUID profile = UUID.randomUUID();
        send(writer(profile, website, account, 1, true));
        await("SELECT count(*) FROM writer WHERE active AND writer_id = ?", account, 1);
        return account.toString();
    }

    public static Event writer(UUID profile, String website, UUID account, long revision, boolean active) {
        return Event.of("writers.writer.changes", profile, "writers.writer.changed", revision, """
                {"id": "%s", "website_id": "%s", "writer_id": "%s", "is_active": %s}
                """.formatted(
                        profile, website, account, active));
    }

    public static void send(Event... events) {
        try {
            Broker.shared().send(events);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the count of rows with that id is so. */
    public static void await(String count, UUID id, long expected) {
        AgroalDataSource database =
                Arc.container().instance(AgroalDataSource.class).get();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(count)) {
                statement.setObject(1, id);
                assertThat(number(statement)).isEqualTo(expected);
            }
        });
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A type of 10 days for 400.00 and 20 for 325.00. */
    public static String aType(String website) {
        return admin(website)
                .body(typeFields())
                .post("/api/v1/predefined-types")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> typeFields() {
        return Map.of(
                "name",
                unique("Thesis chapter"),
                "durations",
                List.of(Map.of("days", 10, "price", 400.00), Map.of("days", 20, "price", 325.00)));
    }

    /** An estimated order's id. */
    public static String anInquiry(String website, String client) {
        return as("client", website, client)
                .body(Map.of("order_type", "estimated", "duration_days", 10, "inquiry_details", "An analysis."))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String aPredefinedOrder(String website, String client, String type) {
        return as("client", website, client)
                .body(Map.of(
                        "order_type",
                        "predefined",
                        "predefined_type_id",
                        type,
                        "duration_days",
                        10,
                        "inquiry_details",
                        "Chapter two."))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An estimated order of 100.00 that is approved in two installments of 50.00. */
    public static String anApprovedOrder(String website, String client) {
        String id = anInquiry(website, client);
        done(website, id, "estimate", Map.of("total_cost", 100));
        done(website, id, "approve", Map.of());
        return id;
    }

    /** The same, started by an admin. */
    public static String aStartedOrder(String website, String client) {
        String id = anApprovedOrder(website, client);
        done(website, id, "start", reason());
        return id;
    }

    public static Response step(String website, String order, String step, Map<String, ?> body) {
        return admin(website).body(body).post(ORDERS + "/" + order + "/" + step);
    }

    public static ValidatableResponse done(String website, String order, String step, Map<String, ?> body) {
        return step(website, order, step, body).then().statusCode(200);
    }

    public static ValidatableResponse read(String website, String order) {
        return admin(website).get(ORDERS + "/" + order).then().statusCode(200);
    }

    public static List<String> history(String website, String order) {
        return admin(website)
                .get(ORDERS + "/" + order + "/history?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.action");
    }

    public static Map<String, String> reason() {
        return Map.of("reason", "Because.");
    }

    public static String account() {
        return UUID.randomUUID().toString();
    }

    public static String unique(String prefix) {
        return prefix + " " + UUID.randomUUID().toString().substring(0, 13);
    }
}
