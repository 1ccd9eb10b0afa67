package io.scriptorium.owner.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Which revision of each aggregate was applied last: part of the transaction that applies it. */
@ApplicationScoped
class InboxRevisions {
    /** Locks the row also where it changes nothing, so that two replicas never apply one aggregate's changes at once. */
    private static final String ADVANCE = """
            INSERT INTO inbox_revision (topic, key, revision)
            VALUES (?, ?, ?)
            ON CONFLICT (topic, key) DO UPDATE
               SET revision = excluded.revision
             WHERE inbox_revision.revision < excluded.revision
            """;

    private final AgroalDataSource database;

    InboxRevisions(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether the change is newer than all before it; from now on it is the newest, if the transaction commits. */
    boolean advance(ReceivedChange change) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setString(1, change.topic());
            statement.setObject(2, change.key());
            statement.setLong(3, change.revision());
            return statement.executeUpdate() == 1;
        }
    }
}
