package io.scriptorium.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class ParcelSource implements ChangeSource {
    static final String TOPIC = "quarkus.parcel.changes";

    private static final String PAGE = """
            SELECT id, weight
            FROM parcel
            WHERE id > ? AND tenant = coalesce(?, tenant)
            ORDER BY id
            LIMIT ?
            FOR UPDATE
            """;

    @Inject
    DataSource dataSource;

    @Override
    public String aggregate() {
        return "parcel";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, afterId == null ? "" : afterId);
            statement.setString(2, tenant);
            statement.setInt(3, limit);
            List<Change> changes = new ArrayList<>();
            String last = null;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    last = row.getString("id");
                    changes.add(Parcels.change(TOPIC, last, row.getInt("weight"), ""));
                }
            }
            return new Page(changes, last);
        } catch (SQLException e) {
            throw new OutboxFailure("The parcels cannot be read", e);
        }
    }
}
