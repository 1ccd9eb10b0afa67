package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link WritersDashboard}. */
@ApplicationScoped
class WritersHeadline implements Headline {
    private static final String SQL = SqlFile.read(WritersHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "writers";
    }

    @Override
    public Set<String> topics() {
        return Set.of(WriterProjection.TOPIC, OrderRequestProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
