package io.scriptorium.dashboard.ingest;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
import org.jboss.logging.Logger;

/**
 * Keeps what could not be read: a row in the batch's transaction, for people, and the whole record in the dead-letter
 * topic, for a program. A crash between the two repeats the batch, which writes the same row and a second copy.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final int MAX_TEXT = 200;

    private static final String INSERT = """
            INSERT INTO dead_letter (topic, partition, position, key, type, revision, value, cause)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (topic, partition, position) DO NOTHING
            """;

    private static final String PAGE = """
            SELECT id, topic, partition, position, key, type, revision, cause, arrived_at, NULL::bytea AS value
              FROM dead_letter
             WHERE id < ?
             ORDER BY id DESC
             LIMIT ?
            """;

    private static final String READ = """
            SELECT id, topic, partition, position, key, type, revision, cause, arrived_at, value
              FROM dead_letter
             WHERE id = ?
            """;

    private static final String COUNT = "SELECT count(*) FROM (SELECT FROM dead_letter LIMIT 10001) AS counted";

    private static final String DELETE = "DELETE FROM dead_letter WHERE id = ?";

    private final AgroalDataSource database;
    private final DeadLetterTopic topic;
    private final Counter counted;

    DeadLetters(AgroalDataSource database, DeadLetterTopic topic, MeterRegistry metrics) {
        this.database = database;
        this.topic = topic;
        this.counted = Counter.builder("ingest.dead.letters")
                .description("Records that could not be read")
                .register(metrics);
    }

    /** The newest first, without their values. */
    public List<DeadLetterView> page(long beforeId, int rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, beforeId);
            statement.setInt(2, rows);
            try (ResultSet found = statement.executeQuery()) {
                List<DeadLetterView> page = new ArrayList<>();
                while (found.next()) {
                    page.add(view(found));
                }
                return page;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dead letters cannot be read", e);
        }
    }

    public Optional<DeadLetterView> read(long id) {
        return one(id, DeadLetters::view);
    }

    /** As it came, as far as anything here looks at it. */
    Optional<ConsumerRecord<String, byte[]>> record(long id) {
        return one(id, DeadLetters::record);
    }

    /** How many there are; counts to 10,001. */
    public long count() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the dead letters cannot be counted", e);
        }
    }

    /** @return whether it was there */
    boolean discard(long id) {
        try (Connection connection = database.getConnection()) {
            return remove(connection, id);
        } catch (SQLException e) {
            throw new IllegalStateException("the dead letter cannot be discarded", e);
        }
    }

    /** In the transaction that is under way. */
    boolean remove(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setLong(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    void write(Connection connection, List<DeadLetter> letters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (DeadLetter letter : letters) {
                statement.setString(1, letter.record().topic());
                statement.setInt(2, letter.record().partition());
                statement.setLong(3, letter.record().offset());
                statement.setString(4, printable(letter.record().key()));
                statement.setString(5, printable(ChangeRecord.header(letter.record(), ChangeRecord.TYPE)));
                statement.setString(6, printable(ChangeRecord.header(letter.record(), ChangeRecord.REVISION)));
                statement.setBytes(7, letter.record().value());
                statement.setString(8, letter.cause());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Returns when the broker has them all. */
    void publish(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        topic.send(letters);
        letters.forEach(letter -> LOG.warnf(
                "Dead letter from %s, partition %d, offset %d: %s",
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset(),
                letter.cause()));
        counted.increment(letters.size());
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(long id, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, id);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(reader.read(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dead letter cannot be read", e);
        }
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        byte[] value = row.getBytes("value");
        return new DeadLetterView(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                row.getString("key"),
                row.getString("type"),
                row.getString("revision"),
                row.getString("cause"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                value == null ? null : new String(value, StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                row.getString("key"),
                row.getBytes("value"));
        addHeader(record, ChangeRecord.TYPE, row.getString("type"));
        addHeader(record, ChangeRecord.REVISION, row.getString("revision"));
        return record;
    }

    private static void addHeader(ConsumerRecord<String, byte[]> record, String name, String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String printable(String text) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.substring(0, Math.min(MAX_TEXT, printable.length()));
    }
}
