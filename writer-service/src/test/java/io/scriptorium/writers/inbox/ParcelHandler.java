package io.scriptorium.writers.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import io.scriptorium.owner.test.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;

/** A handler of its own for these tests: it keeps what it gets, and fails as it is told to. */
@Singleton
class ParcelHandler implements ChangeHandler {
    static final String TOPIC = "inbox-test.parcel.changes";

    private final AgroalDataSource database;
    private final EntityManager entities;
    /** How many more times the change of an aggregate fails, for a reason that passes. */
    final Map<UUID, AtomicInteger> busy = new ConcurrentHashMap<>();
    /** Aggregates that nobody has thought of. */
    final Set<UUID> unforeseen = ConcurrentHashMap.newKeySet();

    private record Parcel(UUID id, UUID websiteId, Integer weight) {}

    /** What was applied, in that order. */
    record Applied(UUID key, long revision, Integer weight, String tenant) {}

    ParcelHandler(AgroalDataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    void makeTable(@Observes StartupEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS parcel (
                        id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        key      uuid    NOT NULL,
                        revision bigint  NOT NULL,
                        weight   integer CONSTRAINT parcel_weighs CHECK (weight >= 0),
                        tenant   text    NOT NULL
                    )
                    """);
        }
    }

    static Event changed(UUID key, UUID website, long revision, int weight) {
        String value = """
                {"id": "%s", "website_id": "%s", "weight": %d, "colour": {"red": 1}}
                """.formatted(key, website, weight);
        return Event.of(TOPIC, key, "inbox-test.parcel.changed", revision, value);
    }

    static Event deleted(UUID key, long revision) {
        return Event.of(TOPIC, key, "inbox-test.parcel.deleted", revision, null);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("inbox-test.parcel.changed", "inbox-test.parcel.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        Integer weight = change.deleted() ? null : weight(change);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO parcel (key, revision, weight, tenant) VALUES (?, ?, ?, ?)")) {
            statement.setObject(1, change.key());
            statement.setLong(2, change.revision());
            statement.setObject(3, weight);
            statement.setString(4, entities.unwrap(Session.class).getTenantIdentifier());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        // After the insert, so that its undoing is tested too.
        if (unforeseen.contains(change.key())) {
            throw new IllegalStateException("secret");
        }
        if (busy.getOrDefault(change.key(), new AtomicInteger()).getAndDecrement() > 0) {
            throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
        }
    }

    List<Applied> applied(UUID key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT key, revision, weight, tenant FROM parcel WHERE key = ? ORDER BY id")) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                List<Applied> applied = new ArrayList<>();
                while (row.next()) {
                    applied.add(new Applied(
                            row.getObject("key", UUID.class),
                            row.getLong("revision"),
                            row.getObject("weight", Integer.class),
                            row.getString("tenant")));
                }
                return applied;
            }
        }
    }

    private static Integer weight(ReceivedChange change) {
        Integer weight = change.state(Parcel.class).weight();
        UnreadableChange.unless(weight != null, "the weight is missing");
        return weight;
    }
}
