package io.scriptorium.dashboard.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Runs a projection's statement: one parameter, the rows; one column of results, {@code website_id}. */
public final class TouchedWebsites {
    private TouchedWebsites() {}

    public static Set<UUID> of(Connection connection, String sql, String rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, rows);
            try (ResultSet found = statement.executeQuery()) {
                Set<UUID> websites = new HashSet<>();
                while (found.next()) {
                    websites.add(found.getObject("website_id", UUID.class));
                }
                return websites;
            }
        }
    }
}
