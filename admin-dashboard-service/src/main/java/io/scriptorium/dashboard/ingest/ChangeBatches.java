package io.scriptorium.dashboard.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes a batch of records all the way: one transaction over facts and counters, then the cache, then the dead letters.
 *
 * <p>If the process dies before the commit, nothing has happened; after it, the batch comes again, changes no number,
 * and invalidates then. Only when all of it is done may the batch be acknowledged.
 */
@ApplicationScoped
public class ChangeBatches {
    /** SQLSTATE classes of a row that the database will refuse for ever: data exception, constraint violation. */
    private static final Set<String> REFUSALS = Set.of("22", "23");

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Projections projections;
    private final DeadLetters deadLetters;
    private final Timer applied;
    private final RecordRates rates;

    ChangeBatches(
            AgroalDataSource database,
            ObjectMapper json,
            Projections projections,
            DeadLetters deadLetters,
            RecordRates rates,
            MeterRegistry metrics) {
        this.database = database;
        this.json = json;
        this.projections = projections;
        this.deadLetters = deadLetters;
        this.applied = Timer.builder("ingest.batch")
                .description("From the batch's arrival to its commit")
                .register(metrics);
        this.rates = rates;
    }

    /** @throws SQLException when the database could not be written to; the batch may be given again */
    public void take(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        try {
            takeWhole(batch);
        } catch (SQLException refused) {
            if (!isRefusal(refused)) {
                throw refused;
            }
            takeInHalves(batch, refused);
        }
    }

    /**
     * Takes a record that was a dead letter, whose row goes in the same transaction.
     *
     * @return why it is refused again
     * @throws SQLException when the database could not be written to
     */
    Optional<String> takeAgain(ConsumerRecord<String, byte[]> record, long deadLetterId) throws SQLException {
        Batch batch = Batch.read(List.of(record), projections);
        if (!batch.deadLetters().isEmpty()) {
            return Optional.of(batch.deadLetters().get(0).cause());
        }
        try {
            commit(batch, connection -> deadLetters.remove(connection, deadLetterId))
                    .forEach(Projection::invalidate);
            return Optional.empty();
        } catch (SQLException refused) {
            if (isRefusal(refused)) {
                return Optional.of("the database refuses it: " + refused.getMessage());
            }
            throw refused;
        }
    }

    private void takeWhole(List<ConsumerRecord<String, byte[]>> records) throws SQLException {
        finish(Batch.read(records, projections));
        rates.count(records);
    }

    /** Finds the record that the database refuses, so that it does not hold back the others. */
    private void takeInHalves(List<ConsumerRecord<String, byte[]>> records, SQLException refused) throws SQLException {
        if (records.size() > 1) {
            take(records.subList(0, records.size() / 2));
            take(records.subList(records.size() / 2, records.size()));
        } else {
            finish(Batch.refused(new DeadLetter(records.get(0), "the database refuses it: " + refused.getMessage())));
            rates.count(records);
        }
    }

    private void finish(Batch batch) throws SQLException {
        Map<Projection, Set<UUID>> websites = commit(batch, connection -> {});
        websites.forEach(Projection::invalidate);
        deadLetters.publish(batch.deadLetters());
    }

    private interface Also {
        void run(Connection connection) throws SQLException;
    }

    private Map<Projection, Set<UUID>> commit(Batch batch, Also also) throws SQLException {
        Timer.Sample started = Timer.start();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<Projection, Set<UUID>> websites = new HashMap<>();
                for (Projection projection : projections.inOrder()) {
                    List<Object> rows = batch.rows(projection);
                    if (!rows.isEmpty()) {
                        websites.put(projection, projection.apply(connection, asJson(rows)));
                    }
                }
                deadLetters.write(connection, batch.deadLetters());
                also.run(connection);
                connection.commit();
                started.stop(applied);
                return websites;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private String asJson(List<Object> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are plain records", impossible);
        }
    }

    private static boolean isRefusal(SQLException e) {
        return Stream.iterate(e, chained -> chained != null, SQLException::getNextException)
                .map(SQLException::getSQLState)
                .anyMatch(state -> state != null && state.length() == 5 && REFUSALS.contains(state.substring(0, 2)));
    }
}
