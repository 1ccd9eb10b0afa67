package io.scriptorium.payments.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A connection as another replica has it: of no transaction of this process. */
final class OtherReplica {
    private OtherReplica() {}

    static Connection open(AgroalDataSource database) throws SQLException {
        return database.getConnection();
    }

    static void awaitALockIsWaitedFor(AgroalDataSource database) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(waiting(database)).isPositive());
    }

    private static int waiting(AgroalDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
