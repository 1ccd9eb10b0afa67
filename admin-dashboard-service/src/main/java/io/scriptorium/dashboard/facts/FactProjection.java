package io.scriptorium.dashboard.facts;

import io.scriptorium.dashboard.ingest.Projection;
import io.scriptorium.dashboard.ingest.TouchedWebsites;
import io.scriptorium.dashboard.repair.Stats;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** A topic that becomes facts and counters by the statements of its {@link FactTable}. */
public interface FactProjection extends Projection, Stats {
    FactTable facts();

    @Override
    default Set<UUID> apply(Connection connection, String rows) throws SQLException {
        return TouchedWebsites.of(connection, facts().applySql(), rows);
    }

    @Override
    default String factTable() {
        return facts().name();
    }

    @Override
    default String recountSql() {
        return facts().recountSql();
    }

    @Override
    default String driftSql() {
        return facts().driftSql();
    }
}
