package io.scriptorium.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What to do about changes that cannot be sent. Each call joins the running transaction, or makes its own. */
@ApplicationScoped
public class ParkedChanges {
    /** The most that one call lists. */
    public static final int MAX_LIMIT = 1000;

    private final DataSource dataSource;
    private final WakeAfterCommit wake;

    @Inject
    public ParkedChanges(DataSource dataSource, TransactionSynchronizationRegistry transactions, Relay relay) {
        this.dataSource = dataSource;
        this.wake = new WakeAfterCommit(transactions, relay);
    }

    /**
     * The oldest first.
     *
     * @param limit 1 to {@value #MAX_LIMIT}
     * @param afterId the id of the last one seen; 0 to begin
     */
    @Transactional
    public List<ParkedChange> list(int limit, long afterId) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT);
        }
        try (Connection connection = dataSource.getConnection()) {
            return ParkedTable.list(connection, limit, afterId);
        } catch (SQLException e) {
            throw new OutboxFailure("The parked changes cannot be listed", e);
        }
    }

    /**
     * Has it sent again, before the changes that it held back. If the broker still refuses it, it is parked again.
     *
     * @return whether it was there
     * @throws IllegalStateException if there is nothing to send, because its state was no JSON
     */
    @Transactional
    public boolean release(long id) {
        try (Connection connection = dataSource.getConnection()) {
            if (ParkedTable.isUnsendable(connection, id)) {
                throw new IllegalStateException(
                        "Parked change " + id
                                + " has nothing to send: its state was no JSON. Discard it; a later change or a republish brings the state.");
            }
            boolean released = ParkedTable.release(connection, id);
            wake.register();
            return released;
        } catch (SQLException e) {
            throw new OutboxFailure("Parked change " + id + " cannot be released", e);
        }
    }

    /**
     * Gives it up for good and lets the changes go that it held back. Republish the aggregate if there is none.
     *
     * @return whether it was there
     */
    @Transactional
    public boolean discard(long id) {
        try (Connection connection = dataSource.getConnection()) {
            boolean discarded = ParkedTable.discard(connection, id);
            wake.register();
            return discarded;
        } catch (SQLException e) {
            throw new OutboxFailure("Parked change " + id + " cannot be discarded", e);
        }
    }
}
