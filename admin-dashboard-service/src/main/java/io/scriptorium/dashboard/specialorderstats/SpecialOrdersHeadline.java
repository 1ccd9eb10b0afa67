package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link SpecialOrdersDashboard}. */
@ApplicationScoped
class SpecialOrdersHeadline implements Headline {
    private static final String SQL = SqlFile.read(SpecialOrdersHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "special_orders";
    }

    @Override
    public Set<String> topics() {
        return Set.of(OrderProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
