package io.scriptorium.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Publishes changes of aggregates: a change is on its way if and only if the transaction that made it commits.
 *
 * <p>Order per aggregate comes from the caller: write the aggregate to the database first (flush), then append. From
 * the flush on the transaction holds the aggregate's row lock, so that the next transaction to change the same aggregate
 * takes its revision after this one has committed. Numbers are taken before the commit, so that of two
 * <em>different</em> aggregates the lower number may become visible last; that matters to nobody.
 */
@ApplicationScoped
public class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final WakeAfterCommit wake;

    @Inject
    public Outbox(
            DataSource dataSource, TransactionSynchronizationRegistry transactions, ObjectMapper json, Relay relay) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.json = json;
        this.wake = new WakeAfterCommit(transactions, relay);
    }

    /**
     * Writes the change beside the business change, in the running transaction.
     *
     * <p>A state that is no JSON does not fail the caller: the change is parked with its error, and holds back later
     * ones of its key until somebody discards it.
     *
     * @return the change's revision, which only grows for one aggregate
     * @throws IllegalStateException unless a JTA transaction is active
     * @throws OutboxFailure if the database refuses
     */
    public long append(Change change) {
        requireActiveTransaction();
        String traceparent = TraceParent.current();
        try (Connection connection = dataSource.getConnection()) {
            long revision = append(connection, change, traceparent);
            wake.register();
            return revision;
        } catch (SQLException e) {
            throw new OutboxFailure("A change of " + change.topic() + " cannot be appended", e);
        }
    }

    private long append(Connection connection, Change change, String traceparent) throws SQLException {
        byte[] value;
        try {
            value = change.state() == null ? null : json.writeValueAsBytes(change.state());
        } catch (JsonProcessingException e) {
            long revision = ParkedTable.append(connection, change, traceparent, e.getMessage());
            // Without the message, which may quote the state.
            LOG.errorf(
                    "Parked change %d of %s, key %s: its state is no JSON (%s)",
                    revision, change.topic(), change.key(), e.getClass().getSimpleName());
            return revision;
        }
        return OutboxTable.append(connection, change, value, traceparent);
    }

    private void requireActiveTransaction() {
        int status = transactions.getTransactionStatus();
        if (status == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("A change can only be appended within a transaction, beside what changed.");
        }
        if (status != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "A change cannot be appended to a transaction that is ending (status " + status + ").");
        }
    }
}
