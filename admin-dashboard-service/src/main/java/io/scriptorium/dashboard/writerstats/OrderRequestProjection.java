package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writers' requests for orders as facts, and as counters: in all, and per UTC day of request and decision. */
@ApplicationScoped
class OrderRequestProjection implements CountingProjection {
    static final String TOPIC = "writers.order-request.changes";

    private static final Facts FACTS = Facts.table(
            "order_request_fact",
            List.of("status", "text", "requested_day", "date", "decided_day", "date"),
            Counter.table("order_request_totals").by("status").count("requests"),
            Counter.table("order_request_days")
                    .byExpression("day", "happened.day")
                    .each("(VALUES (requested_day, TRUE), (decided_day, FALSE)) AS happened (day, asked)")
                    .where("happened.day IS NOT NULL")
                    .count("requested", "happened.asked")
                    .count("approved", "NOT happened.asked AND status = 'approved'")
                    .count("rejected", "NOT happened.asked AND status = 'rejected'"));

    private final Dashboards dashboards;

    OrderRequestProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.order-request.changed", "writers.order-request.deleted");
    }

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        OrderRequestState state = change.state(OrderRequestState.class);
        Checks.id(change.key(), state.id());
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
                Checks.word("status", state.status()),
                Checks.day("requested_at", state.requestedAt()),
                Checks.dayOrNull("decided_at", state.decidedAt()),
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return WritersDashboard.NAME;
    }

    private record Row(
            UUID id,
            UUID websiteId,
            String status,
            LocalDate requestedDay,
            LocalDate decidedDay,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(change.key(), null, null, null, null, change.revision(), true);
        }
    }
}
