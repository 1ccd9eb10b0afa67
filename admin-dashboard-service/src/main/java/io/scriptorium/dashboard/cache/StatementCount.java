package io.scriptorium.dashboard.cache;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many statements a query has executed so far: counted where they are executed, never assumed. */
public final class StatementCount {
    private int executed;

    /** Executes the statement, and counts it whether it succeeds or not. */
    public ResultSet executeQuery(PreparedStatement statement) throws SQLException {
        increment();
        return statement.executeQuery();
    }

    /** For what executes its statements by other means. */
    public void increment() {
        executed++;
    }

    public int executed() {
        return executed;
    }
}
