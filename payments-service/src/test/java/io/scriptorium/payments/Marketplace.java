package io.scriptorium.payments;

import static io.scriptorium.owner.test.Callers.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What other services would have said, put where this one keeps it; and what staff set up over the API. */
@ApplicationScoped
@Unremovable
public class Marketplace {
    private final AgroalDataSource database;

    Marketplace(AgroalDataSource database) {
        this.database = database;
    }

    /** In Berlin's time zone, paying in dollars. */
    public UUID aWebsite() {
        UUID id = UUID.randomUUID();
        knows(id);
        return id;
    }

    public void knows(UUID website) {
        execute(
                "INSERT INTO website (id, name, currency, time_zone, active) VALUES (?, 'Essays', 'USD', 'Europe/Berlin', true)",
                website);
    }

    public UUID aClient(UUID website) {
        UUID id = UUID.randomUUID();
        aContact(website, id, address(id));
        return id;
    }

    public void aContact(UUID website, UUID client, String address) {
        execute(
                "INSERT INTO contact (id, website_id, full_name, email) VALUES (?, ?, 'Ada King', ?)",
                client,
                website.toString(),
                address);
    }

    public static String address(UUID client) {
        return "client-" + client + "@mail.example";
    }

    /** Of a config, with mail and notification. */
    public static Map<String, Object> configFields(int percentage) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", "After " + percentage + " %");
        fields.put("deadline_percentage", percentage);
        fields.put("email_subject", percentage + " %: {amount} {currency} to {website}");
        fields.put("message", "Dear {client_name},\n\n{amount} {currency} is due on {due_date} ({reference}).");
        fields.put("by_email", true);
        fields.put("by_notification", true);
        return fields;
    }

    public static Map<String, Object> messageFields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", "Expired");
        fields.put("email_subject", "Expired: {amount} {currency}");
        fields.put("message", "Dear {client_name}, {reference} was due on {due_date} on {website}.");
        fields.put("by_email", true);
        return fields;
    }

    public UUID aConfig(UUID website, int percentage) {
        return created("/api/v1/reminder-configs", website, configFields(percentage));
    }

    public UUID aDeletionMessage(UUID website) {
        return created("/api/v1/deletion-messages", website, messageFields());
    }

    public static UUID created(String path, UUID website, Map<String, Object> fields) {
        String id = admin(website.toString())
                .body(fields)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    public void execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isNotNegative();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
