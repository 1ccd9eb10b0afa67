package io.scriptorium.dashboard.userstats;

import static io.scriptorium.dashboard.query.Table.columns;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Dashboard;
import io.scriptorium.dashboard.query.Question;
import io.scriptorium.dashboard.query.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The users: how many there are, and how many are new. */
@ApplicationScoped
class UsersDashboard implements Dashboard<UserCounts> {
    static final String NAME = "users";

    private static final String SQL = SqlFile.read(UsersDashboard.class, "users.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(AccountProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<UserCounts> numbers() {
        return UserCounts.class;
    }

    @Override
    public UsersView view(UserCounts counts, Question question, Instant asOf) {
        return UsersView.of(counts, question, asOf);
    }

    @Override
    public boolean hasMoney() {
        return false;
    }

    /** {@code new_users_previous} was there before {@code compare} was. */
    @Override
    public boolean alwaysCompares() {
        return true;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.ofTheView(
                        "totals",
                        columns(
                                "total_users",
                                "active_users",
                                "suspended_users",
                                "total_writers",
                                "total_editors",
                                "total_support",
                                "total_clients",
                                "total_admins",
                                "new_users",
                                "new_users_previous")),
                Table.of("daily", columns("day", "new_users", "writers", "editors", "support", "clients", "admins")),
                Table.of(
                        "by_website", columns("website_id", "name", "total_users", "active_users", "suspended_users")));
    }
}
