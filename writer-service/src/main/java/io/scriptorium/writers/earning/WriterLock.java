package io.scriptorium.writers.earning;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One at a time counts for a writer, also while there is no profile to lock: otherwise a change that finds no profile
 * and a profile that finds no change could pass each other by. Reads and writes no row, so it needs no tenant.
 */
@ApplicationScoped
class WriterLock {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('earnings ' || ?, 0))";

    private final AgroalDataSource database;

    WriterLock(AgroalDataSource database) {
        this.database = database;
    }

    /** Until the caller's transaction ends; always in the same order. Nulls are passed over. */
    void take(UUID... writers) {
        Stream.of(writers).filter(Objects::nonNull).distinct().sorted().forEach(this::takeOne);
    }

    private void takeOne(UUID writer) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, writer.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new EarningFailure("the writer could not be locked", e);
        }
    }
}
