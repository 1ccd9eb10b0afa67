package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writers' requests for orders as facts, and as counters: in all, and per UTC day of request and decision. */
@ApplicationScoped
class OrderRequestProjection implements FactProjection {
    static final String TOPIC = "writers.order-request.changes";

    private static final FactTable FACTS = FactTable.of(
            "order_request_fact",
            List.of("status text", "requested_day date", "decided_day date"),
            new CounterTable("order_request_totals", List.of("website_id", "status"), List.of("requests")),
            new CounterTable(
                    "order_request_days", List.of("website_id", "day"), List.of("requested", "approved", "rejected")));

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
    public FactTable facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        OrderRequestState state = change.state(OrderRequestState.class);
        Checked.id(change.key(), state.id());
        return new Row(
                change.key(),
                Checked.website("website_id", state.websiteId()),
                Checked.word("status", state.status()),
                Checked.day("requested_at", state.requestedAt()),
                Checked.dayOrNull("decided_at", state.decidedAt()),
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
