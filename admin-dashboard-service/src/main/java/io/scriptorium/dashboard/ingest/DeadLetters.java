package io.scriptorium.dashboard.ingest;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps what could not be read: a row in the batch's transaction, for people, and the whole record in the dead-letter
 * topic, for a program. A crash between the two repeats the batch, which writes the same row and a second copy.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final int MAX_KEY = 200;

    private static final String INSERT = """
            INSERT INTO dead_letter (topic, partition, position, key, cause)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (topic, partition, position) DO NOTHING
            """;

    private static final String PAGE = """
            SELECT id, topic, partition, position, key, cause, arrived_at
              FROM dead_letter
             WHERE id < ?
             ORDER BY id DESC
             LIMIT ?
            """;

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

    /** The newest first. */
    public List<DeadLetterView> page(long beforeId, int rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, beforeId);
            statement.setInt(2, rows);
            try (ResultSet found = statement.executeQuery()) {
                List<DeadLetterView> page = new ArrayList<>();
                while (found.next()) {
                    page.add(new DeadLetterView(
                            found.getLong("id"),
                            found.getString("topic"),
                            found.getInt("partition"),
                            found.getLong("position"),
                            found.getString("key"),
                            found.getString("cause"),
                            found.getObject("arrived_at", OffsetDateTime.class).toInstant()));
                }
                return page;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dead letters cannot be read", e);
        }
    }

    void write(Connection connection, List<DeadLetter> letters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (DeadLetter letter : letters) {
                statement.setString(1, letter.record().topic());
                statement.setInt(2, letter.record().partition());
                statement.setLong(3, letter.record().offset());
                statement.setString(4, printable(letter.record().key()));
                statement.setString(5, letter.cause());
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

    private static String printable(String key) {
        if (key == null) {
            return null;
        }
        String printable = key.replaceAll("\\p{Cntrl}", " ");
        return printable.substring(0, Math.min(MAX_KEY, printable.length()));
    }
}
