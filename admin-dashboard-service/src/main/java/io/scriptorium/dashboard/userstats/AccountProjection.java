package io.scriptorium.dashboard.userstats;

import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Projection;
import io.scriptorium.dashboard.ingest.TouchedWebsites;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.platform.Grain;
import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Dashboards;
import io.scriptorium.dashboard.repair.Stats;
import io.scriptorium.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Accounts as facts, and as counters: in all, and per UTC day of creation. */
@ApplicationScoped
class AccountProjection implements Projection, Stats {
    static final String TOPIC = "writers.account.changes";

    private static final String APPLY = SqlFile.read(AccountProjection.class, "apply.sql");
    private static final String RECOUNT = SqlFile.read(AccountProjection.class, "recount.sql");
    private static final String DRIFT = SqlFile.read(AccountProjection.class, "drift.sql");

    /** No account is older than the web, nor comes from beyond what a date column holds. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Dashboards dashboards;

    AccountProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.account.changed", "writers.account.deleted");
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return new Row(change.key(), null, null, null, null, change.revision(), true);
        }
        AccountState state = change.state(AccountState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "id is not the record's key");
        UnreadableChange.unless(state.role() != null, "role is missing");
        UnreadableChange.unless(state.suspended() != null, "suspended is missing");
        UnreadableChange.unless(state.createdAt() != null, "created_at is missing");
        UnreadableChange.unless(
                (state.role() == Role.SUPERADMIN) == (state.websiteId() == null),
                "website_id must be there for all but superadmins");
        LocalDate day = Grain.dayOf(state.createdAt());
        UnreadableChange.unless(
                !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), "created_at is not a day that can be: " + day);
        return new Row(change.key(), state.websiteId(), state.role(), state.suspended(), day, change.revision(), false);
    }

    @Override
    public Set<UUID> apply(Connection connection, String rows) throws SQLException {
        return TouchedWebsites.of(connection, APPLY, rows);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return UsersDashboard.NAME;
    }

    @Override
    public String factTable() {
        return "account_fact";
    }

    @Override
    public String recountSql() {
        return RECOUNT;
    }

    @Override
    public String driftSql() {
        return DRIFT;
    }

    private record Row(
            UUID id, UUID websiteId, Role role, Boolean suspended, LocalDate day, long revision, boolean deleted) {}
}
