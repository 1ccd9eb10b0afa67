package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writers as facts, and as counters: in all, and per UTC day of their creation. */
@ApplicationScoped
class WriterProjection implements FactProjection {
    static final String TOPIC = "writers.writer.changes";

    private static final FactTable FACTS = FactTable.of(
            "writer_fact",
            List.of(
                    "writer_id uuid",
                    "registration_id text",
                    "pen_name text",
                    "status text",
                    "level text",
                    "available boolean",
                    "rating numeric",
                    "reviews integer",
                    "completed_orders integer",
                    "active_orders integer",
                    "earnings numeric",
                    "created_day date"),
            new CounterTable(
                    "writer_totals",
                    List.of("website_id", "status", "level", "available"),
                    List.of("writers", "rated", "ratings", "reviews", "completed_orders", "active_orders", "earnings")),
            new CounterTable("writer_days", List.of("website_id", "day"), List.of("writers")));

    private static final BigDecimal BEST = new BigDecimal("5.00");

    private final Dashboards dashboards;

    WriterProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.writer.changed", "writers.writer.deleted");
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
        WriterState state = change.state(WriterState.class);
        Checked.id(change.key(), state.id());
        BigDecimal rating = Checked.amount("rating", state.rating());
        UnreadableChange.unless(rating.compareTo(BEST) <= 0, "rating is above " + BEST);
        return new Row(
                change.key(),
                Checked.website("website_id", state.websiteId()),
                Checked.required("writer_id", state.writerId()),
                Checked.text("registration_id", state.registrationId()),
                Checked.text("pen_name", state.penName()),
                Checked.word("status", state.status()),
                state.level() == null
                        ? null
                        : Checked.text("level.name", state.level().name()),
                Checked.required("is_available_for_auto_assignments", state.isAvailableForAutoAssignments()),
                rating,
                Checked.count("reviews", state.reviews()),
                Checked.count("completed_orders", state.completedOrders()),
                Checked.count("active_orders", state.activeOrders()),
                Checked.amount("total_earnings", state.totalEarnings()),
                Checked.day("created_at", state.createdAt()),
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
            UUID writerId,
            String registrationId,
            String penName,
            String status,
            String level,
            Boolean available,
            BigDecimal rating,
            Integer reviews,
            Integer completedOrders,
            Integer activeOrders,
            BigDecimal earnings,
            LocalDate createdDay,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(
                    change.key(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    change.revision(),
                    true);
        }
    }
}
