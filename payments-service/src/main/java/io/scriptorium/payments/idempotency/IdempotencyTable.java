package io.scriptorium.payments.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements on {@code idempotency_key}, each in the transaction that is under way. In SQL because the claim must wait
 * for a simultaneous one of the same key, which only {@code ON CONFLICT} does without failing. Every statement but the
 * purge names the caller, to whom the row belongs; the table has no tenant.
 */
@ApplicationScoped
class IdempotencyTable {
    private static final String LOCK_NOT_HAD = "55P03";

    /** Waits for a transaction that is claiming the same key: bounded, then whoever asks is told to come again. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '5s'";

    private static final String PATIENCE_ENDS = "SET LOCAL lock_timeout = DEFAULT";

    private static final String CLAIM = """
            INSERT INTO idempotency_key (caller_id, key, fingerprint, created_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (caller_id, key) DO NOTHING
            """;

    private static final String FIND = """
            SELECT fingerprint, step, busy_until, status, content_type, location, etag, body
              FROM idempotency_key
             WHERE caller_id = ? AND key = ?
            """;

    private static final String BEGIN = """
            UPDATE idempotency_key SET step = ?, busy_until = ? WHERE caller_id = ? AND key = ?
            """;

    private static final String TAKE_OVER = """
            UPDATE idempotency_key SET busy_until = ?
             WHERE caller_id = ? AND key = ? AND status IS NULL AND busy_until <= ?
            """;

    private static final String LET_GO = """
            UPDATE idempotency_key SET busy_until = ? WHERE caller_id = ? AND key = ? AND status IS NULL
            """;

    private static final String ANSWER = """
            UPDATE idempotency_key SET status = ?, content_type = ?, location = ?, etag = ?, body = ?
             WHERE caller_id = ? AND key = ? AND status IS NULL
            """;

    private static final String PURGE = """
            DELETE FROM idempotency_key
             WHERE (caller_id, key) IN (SELECT caller_id, key
                                          FROM idempotency_key
                                         WHERE created_at < ?
                                         ORDER BY created_at
                                         LIMIT ?
                                           FOR UPDATE SKIP LOCKED)
            """;

    /** @param answer empty while the request is under way */
    record Entry(byte[] fingerprint, UUID step, Instant busyUntil, Optional<StoredAnswer> answer) {}

    private final AgroalDataSource database;

    IdempotencyTable(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @return whether the key is this transaction's now; else {@link #find} has it
     * @throws KeyMisuse 409 when another transaction was claiming it for too long
     */
    boolean claim(RequestKey key, byte[] fingerprint, Instant now) {
        try (Connection connection = database.getConnection();
                Statement patience = connection.createStatement();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            patience.execute(PATIENCE);
            claim.setObject(1, key.callerId());
            claim.setString(2, key.key());
            claim.setBytes(3, fingerprint);
            claim.setObject(4, at(now));
            boolean mine = claim.executeUpdate() == 1;
            patience.execute(PATIENCE_ENDS);
            return mine;
        } catch (SQLException e) {
            if (LOCK_NOT_HAD.equals(e.getSQLState())) {
                throw KeyMisuse.underWay();
            }
            throw failure("claimed", e);
        }
    }

    Optional<Entry> find(RequestKey key) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, key.callerId());
            find.setString(2, key.key());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(entry(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure("read", e);
        }
    }

    void begin(RequestKey key, UUID step, Instant busyUntil) {
        int rows = update(BEGIN, step, at(busyUntil), key.callerId(), key.key());
        if (rows != 1) {
            throw new IllegalStateException("the claim of an Idempotency-Key is gone");
        }
    }

    /** @return whether nobody else is working on it, and this caller is from now on */
    boolean takeOver(RequestKey key, Instant now, Instant busyUntil) {
        return update(TAKE_OVER, at(busyUntil), key.callerId(), key.key(), at(now)) == 1;
    }

    void letGo(RequestKey key, Instant now) {
        update(LET_GO, at(now), key.callerId(), key.key());
    }

    /** @return false when somebody else has answered it meanwhile, or it was purged */
    boolean answer(RequestKey key, StoredAnswer answer) {
        return update(
                        ANSWER,
                        answer.status(),
                        answer.contentType(),
                        answer.location(),
                        answer.etag(),
                        answer.body(),
                        key.callerId(),
                        key.key())
                == 1;
    }

    int purge(Instant before, int rows) {
        return update(PURGE, at(before), rows);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure("written", e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        Optional<StoredAnswer> answer = row.wasNull()
                ? Optional.empty()
                : Optional.of(new StoredAnswer(
                        status,
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getBytes("body")));
        OffsetDateTime busyUntil = row.getObject("busy_until", OffsetDateTime.class);
        return new Entry(
                row.getBytes("fingerprint"),
                row.getObject("step", UUID.class),
                busyUntil == null ? null : busyUntil.toInstant(),
                answer);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static IdempotencyFailure failure(String what, SQLException cause) {
        return new IdempotencyFailure("An Idempotency-Key could not be " + what, cause);
    }
}
