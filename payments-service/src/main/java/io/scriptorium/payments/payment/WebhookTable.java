package io.scriptorium.payments.payment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The events that had their effect, in the transaction that is under way. In SQL for {@code ON CONFLICT}, which waits for a
 * simultaneous delivery instead of failing; an event belongs to a provider and to no website.
 */
@ApplicationScoped
class WebhookTable {
    private static final String KEEP = """
            INSERT INTO webhook_event (provider, event_id, arrived_at) VALUES (?, ?, ?)
            ON CONFLICT (provider, event_id) DO NOTHING
            """;

    private static final String PURGE = """
            DELETE FROM webhook_event
             WHERE (provider, event_id) IN (SELECT provider, event_id
                                              FROM webhook_event
                                             WHERE arrived_at < ?
                                             ORDER BY arrived_at
                                             LIMIT ?
                                               FOR UPDATE SKIP LOCKED)
            """;

    private final AgroalDataSource database;

    WebhookTable(AgroalDataSource database) {
        this.database = database;
    }

    /** @return whether it is the first time */
    boolean keep(String provider, String eventId, Instant now) {
        return update(KEEP, provider, eventId, now.atOffset(ZoneOffset.UTC)) == 1;
    }

    int purge(Instant before, int rows) {
        return update(PURGE, before.atOffset(ZoneOffset.UTC), rows);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new WebhookTableFailure(e);
        }
    }

    private static class WebhookTableFailure extends RuntimeException {
        WebhookTableFailure(SQLException cause) {
            super("An event could not be kept", cause);
        }
    }
}
