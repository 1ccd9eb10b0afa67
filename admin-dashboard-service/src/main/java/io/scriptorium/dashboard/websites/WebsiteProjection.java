package io.scriptorium.dashboard.websites;

import io.scriptorium.dashboard.cache.CacheInvalidation;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
import io.scriptorium.dashboard.ingest.Projection;
import io.scriptorium.dashboard.ingest.TouchedWebsites;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.platform.SqlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Which websites there are, their names, and their currencies. */
@ApplicationScoped
class WebsiteProjection implements Projection {
    private static final String APPLY = SqlFile.read(WebsiteProjection.class, "apply.sql");

    private final CacheInvalidation cache;

    WebsiteProjection(CacheInvalidation cache) {
        this.cache = cache;
    }

    @Override
    public String topic() {
        return "writers.website.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.website.changed", "writers.website.deleted");
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return new Row(change.key(), null, null, change.revision(), true);
        }
        WebsiteState state = change.state(WebsiteState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "id is not the record's key");
        UnreadableChange.unless(state.name() != null, "name is missing");
        UnreadableChange.unless(state.name().indexOf('\0') < 0, "name holds a NUL");
        return new Row(change.key(), state.name(), Checks.currency(state.currency()), change.revision(), false);
    }

    @Override
    public Set<UUID> apply(Connection connection, String rows) throws SQLException {
        return TouchedWebsites.of(connection, APPLY, rows);
    }

    /** Every dashboard shows names, and websites change rarely. */
    @Override
    public void invalidate(Set<UUID> websites) {
        cache.invalidateEverything();
    }

    private record Row(UUID id, String name, String currency, long revision, boolean deleted) {}
}
