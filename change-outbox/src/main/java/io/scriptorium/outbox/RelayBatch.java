package io.scriptorium.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * One transaction of the relay: lock, read, send, wait for the broker, delete, commit.
 *
 * <p>If the process dies, or loses its database connection,
 *
 * <ul>
 *   <li><em>before the send</em>: PostgreSQL rolls back and drops the lock with the transaction. Nothing has happened.
 *   <li><em>between send and commit</em>: the same, but the broker has some or all of the rows. They are still in the
 *       outbox, and whoever relays next sends them again, in the same order: duplicates with the same {@code ce_id} and
 *       {@code ce_revision}, no loss.
 *   <li><em>during the commit</em>: either of the two.
 *   <li><em>after the commit</em>: the broker has the rows and the outbox has not.
 * </ul>
 *
 * <p>No path deletes a row that the broker has not acknowledged or a person discarded.
 *
 * <p><em>Two relays at once.</em> The lock ends with its transaction. A relay that is paused, or cut off from the
 * database, can lose it while its records are in flight; the next one then sends the same rows again, in order, and goes
 * on to later ones. A record of the first that the broker takes in only then is an older revision after a newer one. It
 * is one that was sent before, at most a batch of them can be under way, and the first gives them up after the send
 * timeout. Consumers compare revisions and ignore it.
 */
final class RelayBatch {
    private static final Logger LOG = Logger.getLogger(RelayBatch.class);

    enum Outcome {
        /** The rows that were there are gone from the outbox. */
        DONE,
        /** So are these, but there may be more. */
        MORE,
        /** Another process relays. */
        LOCKED_ELSEWHERE
    }

    private final DataSource dataSource;
    private final KafkaSender sender;
    private final OutboxMetrics metrics;
    private final int size;

    RelayBatch(DataSource dataSource, KafkaSender sender, OutboxMetrics metrics, int size) {
        this.dataSource = dataSource;
        this.sender = sender;
        this.metrics = metrics;
        this.size = size;
    }

    /** @throws DeliveryFailure if rows are left that could not be sent; those that were are gone from the outbox */
    Outcome relay() throws SQLException, DeliveryFailure, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Result result;
            try {
                result = relay(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | InterruptedException e) {
                rollback(connection, e);
                throw e;
            }
            report(result.delivery());
            return result.outcome();
        }
    }

    private record Result(Outcome outcome, Delivery delivery) {}

    private Result relay(Connection connection) throws SQLException, InterruptedException {
        // A statement of its own: the rows must be read in a snapshot that is taken under the lock. An older one would
        // show rows that the last relay has sent and deleted.
        if (!OutboxTable.tryLock(connection)) {
            return new Result(Outcome.LOCKED_ELSEWHERE, Delivery.NOTHING);
        }
        List<OutboxRow> rows = OutboxTable.oldest(connection, size);
        if (rows.isEmpty()) {
            return new Result(Outcome.DONE, Delivery.NOTHING);
        }
        Delivery delivery = sender.send(rows);
        OutboxTable.delete(connection, delivery.sent());
        for (Delivery.Refusal refusal : delivery.refused()) {
            ParkedTable.park(connection, refusal.row().id(), refusal.error());
        }
        return new Result(fills(rows) ? Outcome.MORE : Outcome.DONE, delivery);
    }

    /** What is wrong with a broken connection is said by the first error, not by the rollback that fails too. */
    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean fills(List<OutboxRow> rows) {
        return rows.size() >= size || rows.stream().mapToLong(OutboxRow::bytes).sum() >= OutboxTable.MAX_BATCH_BYTES;
    }

    private void report(Delivery delivery) throws DeliveryFailure {
        metrics.sent(delivery.sent().size());
        for (Delivery.Refusal refusal : delivery.refused()) {
            metrics.parked();
            LOG.errorf(
                    "Parked change %d of %s, key %s: %s",
                    refusal.row().id(), refusal.row().topic(), refusal.row().key(), refusal.error());
        }
        if (delivery.failure() != null) {
            throw new DeliveryFailure(delivery.failure());
        }
    }
}
