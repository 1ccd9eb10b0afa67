package io.scriptorium.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The statements on {@code outbox_parked}, each within the caller's transaction. */
final class ParkedTable {
    private static final int MAX_ERROR_LENGTH = 1000;

    /** From the outbox's own sequence: a parked change takes part in the order of its key. */
    private static final String APPEND = """
            INSERT INTO outbox_parked (id, topic, key, type, dataschema, traceparent, sendable, error)
            VALUES (nextval(pg_get_serial_sequence('outbox', 'id')), ?, ?, ?, ?, ?, false, ?)
            RETURNING id
            """;

    private static final String PARK = """
            WITH refused AS (
                DELETE FROM outbox
                WHERE id = ?
                RETURNING id, event_id, topic, key, type, dataschema, value, traceparent, created_at
            )
            INSERT INTO outbox_parked (id, event_id, topic, key, type, dataschema, value, traceparent, created_at, error)
            SELECT refused.*, ?
            FROM refused
            """;

    private static final String RELEASE = """
            WITH released AS (
                DELETE FROM outbox_parked
                WHERE id = ? AND sendable
                RETURNING id, event_id, topic, key, type, dataschema, value, traceparent, created_at
            )
            INSERT INTO outbox (id, event_id, topic, key, type, dataschema, value, traceparent, created_at)
            SELECT *
            FROM released
            """;

    private static final String DISCARD = "DELETE FROM outbox_parked WHERE id = ?";

    private static final String SENDABLE = "SELECT sendable FROM outbox_parked WHERE id = ?";

    private static final String LIST = """
            SELECT id, topic, key, type, sendable, error, parked_at
            FROM outbox_parked
            WHERE id > ?
            ORDER BY id
            LIMIT ?
            """;

    private ParkedTable() {}

    /** Parks a change that never became a row, since its state is no JSON. */
    static long append(Connection connection, Change change, String traceparent, String error) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, change.topic());
            statement.setString(2, change.key());
            statement.setString(3, change.type());
            statement.setString(4, change.dataschema());
            statement.setString(5, traceparent);
            statement.setString(6, storable(error));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Moves a row out of the outbox. */
    static void park(Connection connection, long id, String error) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARK)) {
            statement.setLong(1, id);
            statement.setString(2, storable(error));
            statement.executeUpdate();
        }
    }

    /** Moves a row back under the id that it had, so that it comes before what it held back. */
    static boolean release(Connection connection, long id) throws SQLException {
        return update(connection, RELEASE, id);
    }

    static boolean discard(Connection connection, long id) throws SQLException {
        return update(connection, DISCARD, id);
    }

    /** Whether it is there and has nothing to send. */
    static boolean isUnsendable(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SENDABLE)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && !row.getBoolean(1);
            }
        }
    }

    static List<ParkedChange> list(Connection connection, int limit, long afterId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, afterId);
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<ParkedChange> parked = new ArrayList<>();
                while (row.next()) {
                    parked.add(new ParkedChange(
                            row.getLong("id"),
                            row.getString("topic"),
                            row.getString("key"),
                            row.getString("type"),
                            row.getBoolean("sendable"),
                            row.getString("error"),
                            row.getObject("parked_at", OffsetDateTime.class).toInstant()));
                }
                return List.copyOf(parked);
            }
        }
    }

    private static boolean update(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            return statement.executeUpdate() > 0;
        }
    }

    /** PostgreSQL's text takes any character but NUL, and an error must never be the reason that parking fails. */
    private static String storable(String error) {
        String plain = error.replace('\0', ' ');
        return plain.length() <= MAX_ERROR_LENGTH ? plain : plain.substring(0, MAX_ERROR_LENGTH);
    }
}
