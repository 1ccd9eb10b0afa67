package io.scriptorium.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * A business that can be checked: each weighing makes a parcel one heavier and publishes that, so that a parcel of weight
 * n must have the events 1, 2, … n. Each method takes part in the running transaction.
 */
final class Parcels {
    private static final String WEIGH = """
            INSERT INTO parcel (id, tenant, weight)
            VALUES (?, ?, 1)
            ON CONFLICT (id) DO UPDATE SET weight = parcel.weight + 1
            RETURNING weight
            """;

    private final DataSource dataSource;
    private final Outbox outbox;
    private final String topic;

    Parcels(DataSource dataSource, Outbox outbox, String topic) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.topic = topic;
    }

    static Parcels of(HandmadeService service, String topic) {
        return new Parcels(service.dataSource(), service.outbox(), topic);
    }

    /** @return the change's revision */
    long weigh(String id) throws SQLException {
        return weigh(id, "");
    }

    /** @param padding makes the event as large as is wanted */
    long weigh(String id, String padding) throws SQLException {
        return outbox.append(change(topic, id, write(id), padding));
    }

    static Change change(String topic, String id, int weight, String padding) {
        return Change.changed(
                topic,
                id,
                "parcels.parcel.changed",
                "/contracts/parcel.v1.schema.json",
                padding.isEmpty()
                        ? Map.of("id", id, "weight", weight)
                        : Map.of("id", id, "weight", weight, "padding", padding));
    }

    static Change gone(String topic, String id) {
        return Change.deleted(topic, id, "parcels.parcel.deleted", "/contracts/parcel.v1.schema.json");
    }

    /** Without telling anybody. */
    int write(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(WEIGH)) {
            statement.setString(1, id);
            statement.setString(2, "tenant-" + Math.floorMod(id.hashCode(), 2));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** What the database says they weigh. */
    Map<String, Integer> weights() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT id, weight FROM parcel");
                ResultSet row = statement.executeQuery()) {
            Map<String, Integer> weights = new TreeMap<>();
            while (row.next()) {
                weights.put(row.getString(1), row.getInt(2));
            }
            return weights;
        }
    }
}
