package io.scriptorium.dashboard.tipstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link TipsDashboard}. */
@ApplicationScoped
class TipsHeadline implements Headline {
    private static final String SQL = SqlFile.read(TipsHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "tips";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TipProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
