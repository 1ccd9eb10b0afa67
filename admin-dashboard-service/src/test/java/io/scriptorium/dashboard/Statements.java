package io.scriptorium.dashboard;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL itself counted, in pg_stat_statements: nobody else uses a test's database. */
public final class Statements {
    /** By the names that all tables of facts and counters have here. */
    private static final String CALLS = """
            SELECT coalesce(sum(calls), 0)
              FROM pg_stat_statements
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND query NOT LIKE '%pg_stat_statements%'
               AND query ~* '\\m[a-z_]+_(fact|totals|days|months)\\M'
            """;

    private Statements() {}

    /** How often any statement has touched facts or counters so far. */
    public static long onStats(AgroalDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CALLS)) {
            row.next();
            return row.getLong(1);
        }
    }
}
