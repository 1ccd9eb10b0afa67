package io.scriptorium.dashboard.counting;

import io.scriptorium.dashboard.ingest.Projection;
import io.scriptorium.dashboard.ingest.TouchedWebsites;
import io.scriptorium.dashboard.repair.Stats;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** A topic whose aggregates become {@link Facts}, and whatever counters are over them. */
public interface CountingProjection extends Projection, Stats {
    Facts facts();

    @Override
    default Set<UUID> apply(Connection connection, String rows) throws SQLException {
        return TouchedWebsites.of(connection, facts().applySql(), rows);
    }

    @Override
    default String factTable() {
        return facts().table();
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
