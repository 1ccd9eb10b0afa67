package io.scriptorium.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The statements on {@code outbox}, each within the caller's transaction. */
final class OutboxTable {
    /** Any number will do that nothing else in the service's database uses; this one spells "outbox". */
    private static final long RELAY_LOCK = 0x6f7574626f78L;
    /** More than this is not read at once, so that a backlog of large rows does not fill a small heap. */
    static final int MAX_BATCH_BYTES = 8 * 1024 * 1024;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(?)";

    private static final String APPEND = """
            INSERT INTO outbox (topic, key, type, dataschema, value, traceparent)
            VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """;

    /**
     * A walk along the primary key that stops after a batch. A parked row holds back what follows it in its key, and
     * nothing before it or beside it. The sum counts what lies before a row, so that a single huge row is read still.
     */
    private static final String OLDEST = """
            SELECT id, event_id, topic, key, type, dataschema, value, traceparent, created_at
            FROM (
                SELECT
                    waiting.*,
                    sum(octet_length(value)) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bytes_before
                FROM (
                    SELECT *
                    FROM outbox
                    WHERE NOT EXISTS (
                        SELECT
                        FROM outbox_parked
                        WHERE outbox_parked.topic = outbox.topic
                            AND outbox_parked.key = outbox.key
                            AND outbox_parked.id < outbox.id
                    )
                    ORDER BY id
                    LIMIT ?
                ) waiting
            ) measured
            WHERE coalesce(bytes_before, 0) < ?
            ORDER BY id
            """;

    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY(?)";

    private OutboxTable() {}

    /** Whether this transaction is the one that relays, until it ends. */
    static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY_LOCK)) {
            statement.setLong(1, RELAY_LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** @return the row's id */
    static long append(Connection connection, Change change, byte[] value, String traceparent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, change.topic());
            statement.setString(2, change.key());
            statement.setString(3, change.type());
            statement.setString(4, change.dataschema());
            statement.setBytes(5, value);
            statement.setString(6, traceparent);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static List<OutboxRow> oldest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLDEST)) {
            statement.setInt(1, limit);
            statement.setInt(2, MAX_BATCH_BYTES);
            try (ResultSet row = statement.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(read(row));
                }
                return rows;
            }
        }
    }

    static void delete(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("dataschema"),
                row.getBytes("value"),
                row.getString("traceparent"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
