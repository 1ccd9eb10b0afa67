package io.scriptorium.dashboard.userstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link UsersDashboard}. */
@ApplicationScoped
class UsersHeadline implements Headline {
    private static final String SQL = SqlFile.read(UsersHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "users";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AccountProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
