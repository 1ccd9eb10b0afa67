package io.scriptorium.dashboard.paymentstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link PaymentsDashboard}. */
@ApplicationScoped
class PaymentsHeadline implements Headline {
    private static final String SQL = SqlFile.read(PaymentsHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(PaymentProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
