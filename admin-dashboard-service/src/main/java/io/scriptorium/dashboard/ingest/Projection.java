package io.scriptorium.dashboard.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/**
 * How the changes of one topic become facts and counters. A dashboard brings its own; the consumer finds them all.
 *
 * <p>{@link #apply} is one set-based statement that leaves every number as it was for a change that is not newer than
 * its fact, so that duplicates, replays and reordering are harmless.
 */
public interface Projection {
    String topic();

    /** The event types of that topic: of changes and of deletions. */
    Set<String> types();

    /**
     * One change as a row for {@link #apply}, checked so that the database cannot refuse it.
     *
     * @throws UnreadableChange when the state is not what the contract says
     */
    Object row(ChangeRecord change) throws UnreadableChange;

    /**
     * Writes the rows in the transaction that is under way.
     *
     * @param rows a JSON array of {@link #row}s, in any order, with duplicates
     * @return the websites of all of them, also where nothing changed: the crash may have come between commit and
     *     invalidation last time
     */
    Set<UUID> apply(Connection connection, String rows) throws SQLException;

    /** Makes the cached answers stale that these websites' numbers are in. Called after the commit. */
    void invalidate(Set<UUID> websites);
}
