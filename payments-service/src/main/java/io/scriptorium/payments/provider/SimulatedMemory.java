package io.scriptorium.payments.provider;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the simulated provider remembers, in the transaction that is under way. In SQL since it stands for a system outside,
 * which knows of no websites; nothing but this class touches its tables.
 */
@ApplicationScoped
class SimulatedMemory {
    private static final String BEGIN = """
            INSERT INTO simulated_operation (key, kind, charge_key, amount, currency, token, reference, succeeds,
                                             failure_reason, settles_at, calls, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
            ON CONFLICT (key) DO NOTHING
            """;

    private static final String FIND = """
            SELECT key, charge_key, amount, currency, token, reference, failure_reason, settles_at
              FROM simulated_operation
             WHERE key = ?
            """;

    private static final String COUNT_CALL = """
            UPDATE simulated_operation SET calls = calls + 1 WHERE key = ? RETURNING calls
            """;

    private static final String LOSE = "INSERT INTO simulated_lost (key) VALUES (?) ON CONFLICT (key) DO NOTHING";

    private static final String TO_SEND = """
            INSERT INTO simulated_webhook (id, event_id, body, due_at, attempts)
            VALUES (gen_random_uuid(), ?, ?, ?, 0)
            """;

    /** Claims for a while: a sender that dies leaves them to the next. */
    private static final String CLAIM = """
            UPDATE simulated_webhook
               SET due_at = ?, attempts = attempts + 1
             WHERE id IN (SELECT id
                            FROM simulated_webhook
                           WHERE due_at <= ?
                           ORDER BY due_at, id
                           LIMIT ?
                             FOR UPDATE SKIP LOCKED)
            RETURNING id, event_id, body, attempts
            """;

    private static final String SENT = "DELETE FROM simulated_webhook WHERE id = ?";

    private static final String LATER = "UPDATE simulated_webhook SET due_at = ? WHERE id = ?";

    /**
     * @param chargeKey null for a charge itself
     * @param failureReason null when it succeeds
     */
    record Operation(
            UUID key,
            UUID chargeKey,
            BigDecimal amount,
            String currency,
            String token,
            String reference,
            String failureReason,
            Instant settlesAt) {
        ProviderAnswerView answerAt(Instant now) {
            if (now.isBefore(settlesAt)) {
                return ProviderAnswerView.pending(reference);
            }
            return failureReason == null
                    ? ProviderAnswerView.success(reference)
                    : ProviderAnswerView.failure(reference, failureReason);
        }
    }

    record Webhook(UUID id, String eventId, String body, int attempts) {}

    private final AgroalDataSource database;

    SimulatedMemory(AgroalDataSource database) {
        this.database = database;
    }

    /** @return whether it is new */
    boolean begin(Operation operation, Instant now) {
        return update(
                        BEGIN,
                        operation.key(),
                        operation.chargeKey() == null ? "charge" : "refund",
                        operation.chargeKey(),
                        operation.amount(),
                        operation.currency(),
                        operation.token(),
                        operation.reference(),
                        operation.failureReason() == null,
                        operation.failureReason(),
                        at(operation.settlesAt()),
                        at(now))
                == 1;
    }

    Optional<Operation> find(UUID key) {
        return query(
                        FIND,
                        row -> new Operation(
                                row.getObject("key", UUID.class),
                                row.getObject("charge_key", UUID.class),
                                row.getBigDecimal("amount"),
                                row.getString("currency"),
                                row.getString("token"),
                                row.getString("reference"),
                                row.getString("failure_reason"),
                                row.getObject("settles_at", OffsetDateTime.class)
                                        .toInstant()),
                        key)
                .stream()
                .findFirst();
    }

    int countCall(UUID key) {
        return query(COUNT_CALL, row -> row.getInt(1), key).get(0);
    }

    /** @return whether it is the first time that this one is lost */
    boolean lose(UUID key) {
        return update(LOSE, key) == 1;
    }

    void toSend(String eventId, String body, Instant dueAt) {
        update(TO_SEND, eventId, body, at(dueAt));
    }

    List<Webhook> claim(Instant now, Instant until, int rows) {
        return query(
                CLAIM,
                row -> new Webhook(
                        row.getObject("id", UUID.class),
                        row.getString("event_id"),
                        row.getString("body"),
                        row.getInt("attempts")),
                at(until),
                at(now),
                rows);
    }

    void sent(UUID webhook) {
        update(SENT, webhook);
    }

    void sendLater(UUID webhook, Instant at) {
        update(LATER, at(at), webhook);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SimulatedMemoryFailure(e);
        }
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new SimulatedMemoryFailure(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static class SimulatedMemoryFailure extends RuntimeException {
        SimulatedMemoryFailure(SQLException cause) {
            super("The simulated provider's memory failed", cause);
        }
    }
}
