package io.scriptorium.dashboard.ticketstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link TicketsDashboard}. */
@ApplicationScoped
class TicketsHeadline implements Headline {
    private static final String SQL = SqlFile.read(TicketsHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TicketProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
