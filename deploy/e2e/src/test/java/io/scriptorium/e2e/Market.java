package io.scriptorium.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A website with one of each: an admin, a client, and a writer who has a level and may work. */
record Market(String website, Client admin, Client client, String clientId, Client writer, String writerId) {
    static Market on(RunningSuite suite) {
        Client superadmin = suite.superadmin();
        String website = superadmin.createWebsite();
        String adminId = account(superadmin, website, "admin");
        String clientId = account(superadmin, website, "client");
        String writerId = account(superadmin, website, "writer");
        Client admin = suite.client("admin", website, adminId);
        String level = admin.make(
                        "/api/v1/writer-levels",
                        Map.of(
                                "name", "Advanced",
                                "rank", 2,
                                "tip_percentage", 60,
                                "max_open_order_requests", 5,
                                "max_active_orders", 5))
                .get("id")
                .asText();
        admin.make(
                "/api/v1/writers",
                Map.of(
                        "writer_id", writerId,
                        "pen_name", "A. Lovelace",
                        "level_id", level,
                        "time_zone", "Europe/London",
                        "payment_schedule", "monthly"));
        return new Market(
                website,
                admin,
                suite.client("client", website, clientId),
                clientId,
                suite.client("writer", website, writerId),
                writerId);
    }

    private static String account(Client superadmin, String website, String role) {
        JsonNode made = superadmin.createAccount(website, role).json();
        return made.get("id").asText();
    }

    static JsonNode read(Client client, String path) {
        Client.Answer answer = client.get(path);
        if (answer.status() != 200) {
            throw new UncheckedIOException(new IOException(path + ": " + answer));
        }
        return answer.json();
    }
}
