package io.scriptorium.owner.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The statements on {@code refused_change}, each in the transaction that is under way, or by itself. */
@ApplicationScoped
class RefusedTable {
    private static final int MAX_TEXT = 200;
    private static final int MAX_CAUSE = 1000;

    private static final String KEEP = """
            INSERT INTO refused_change (topic, partition, position, key, type, revision, value, cause)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT refused_change_once DO NOTHING
            """;

    /** Whether it was overtaken is told only of those whose key and revision are what they should be. */
    private static final String SELECT = """
            SELECT refused.id, refused.topic, refused.partition, refused.position, refused.key, refused.type,
                   refused.revision, refused.cause, refused.arrived_at,
                   coalesce(applied.revision >= CASE WHEN refused.revision ~ '^[0-9]{1,18}$'
                                                     THEN refused.revision::bigint END, false) AS overtaken
                   %s
              FROM refused_change refused
              LEFT JOIN inbox_revision applied
                ON applied.topic = refused.topic
               AND applied.key = CASE WHEN refused.key ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
                                      THEN refused.key::uuid END
            """;

    private static final String PAGE = SELECT.formatted("") + """
             WHERE refused.id < ?
             ORDER BY refused.id DESC
             LIMIT ?
            """;

    private static final String READ = SELECT.formatted(", refused.value") + " WHERE refused.id = ?";

    private static final String RECORD = """
            SELECT topic, partition, position, key, type, revision, value
              FROM refused_change
             WHERE id = ?
            """;

    private static final String DISCARD = "DELETE FROM refused_change WHERE id = ?";

    private static final String GIVE_CAUSE = "UPDATE refused_change SET cause = ? WHERE id = ?";

    private final AgroalDataSource database;

    RefusedTable(AgroalDataSource database) {
        this.database = database;
    }

    void keep(ConsumerRecord<String, byte[]> record, String cause) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, record.topic());
            statement.setInt(2, record.partition());
            statement.setLong(3, record.offset());
            statement.setString(4, storable(record.key(), MAX_TEXT));
            statement.setString(5, storable(ReceivedChange.header(record, ReceivedChange.TYPE_HEADER), MAX_TEXT));
            statement.setString(6, storable(ReceivedChange.header(record, ReceivedChange.REVISION_HEADER), MAX_TEXT));
            statement.setBytes(7, record.value());
            statement.setString(8, storable(cause, MAX_CAUSE));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new InboxFailure("a refused change could not be kept", e);
        }
    }

    /** The newest first. */
    List<RefusedChangeView> page(long beforeId, int rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, beforeId);
            statement.setInt(2, rows);
            try (ResultSet row = statement.executeQuery()) {
                List<RefusedChangeView> page = new ArrayList<>();
                while (row.next()) {
                    page.add(view(row, null));
                }
                return page;
            }
        } catch (SQLException e) {
            throw new InboxFailure("the refused changes cannot be read", e);
        }
    }

    Optional<RefusedChangeView> read(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(view(row, text(row.getBytes("value")))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new InboxFailure("the refused change cannot be read", e);
        }
    }

    /** As it came, but for text that no header may hold anyway. */
    Optional<ConsumerRecord<String, byte[]>> record(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(record(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new InboxFailure("the refused change cannot be read", e);
        }
    }

    boolean discard(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DISCARD)) {
            statement.setLong(1, id);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new InboxFailure("the refused change cannot be discarded", e);
        }
    }

    void giveCause(long id, String cause) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(GIVE_CAUSE)) {
            statement.setString(1, storable(cause, MAX_CAUSE));
            statement.setLong(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new InboxFailure("the refused change cannot be written", e);
        }
    }

    private static RefusedChangeView view(ResultSet row, String value) throws SQLException {
        return new RefusedChangeView(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                row.getString("key"),
                row.getString("type"),
                row.getString("revision"),
                row.getString("cause"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("overtaken"),
                value);
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        Headers headers = new RecordHeaders();
        add(headers, ReceivedChange.TYPE_HEADER, row.getString("type"));
        add(headers, ReceivedChange.REVISION_HEADER, row.getString("revision"));
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                row.getString("key"),
                row.getBytes("value"),
                headers,
                Optional.empty());
    }

    private static void add(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(byte[] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** What the record says must never be the reason that keeping it fails. */
    private static String storable(String text, int length) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.substring(0, Math.min(length, printable.length()));
    }
}
