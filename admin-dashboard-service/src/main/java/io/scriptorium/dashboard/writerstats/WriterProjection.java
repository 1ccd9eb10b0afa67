package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
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
class WriterProjection implements CountingProjection {
    static final String TOPIC = "writers.writer.changes";

    private static final Facts FACTS = Facts.table(
            "writer_fact",
            List.of(
                    "writer_id",
                    "uuid",
                    "registration_id",
                    "text",
                    "pen_name",
                    "text",
                    "status",
                    "text",
                    "level",
                    "text",
                    "available",
                    "boolean",
                    "rating",
                    "numeric",
                    "reviews",
                    "integer",
                    "completed_orders",
                    "integer",
                    "active_orders",
                    "integer",
                    "earnings",
                    "numeric",
                    "created_day",
                    "date"),
            Counter.table("writer_totals")
                    .by("status")
                    .byExpression("level", "coalesce(level, '')")
                    .by("available")
                    .count("writers")
                    .count("rated", "reviews > 0")
                    .sum("ratings", "CASE WHEN reviews > 0 THEN rating ELSE 0 END")
                    .sum("reviews", "reviews")
                    .sum("completed_orders", "completed_orders")
                    .sum("active_orders", "active_orders")
                    .sum("earnings", "earnings"),
            Counter.table("writer_days").byExpression("day", "created_day").count("writers"));

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
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        WriterState state = change.state(WriterState.class);
        Checks.id(change.key(), state.id());
        BigDecimal rating = Checks.amount("rating", state.rating());
        UnreadableChange.unless(rating.compareTo(BEST) <= 0, "rating is above " + BEST);
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
                Checks.required("writer_id", state.writerId()),
                Checks.text("registration_id", state.registrationId()),
                Checks.text("pen_name", state.penName()),
                Checks.word("status", state.status()),
                state.level() == null
                        ? null
                        : Checks.text("level.name", state.level().name()),
                Checks.required("is_available_for_auto_assignments", state.isAvailableForAutoAssignments()),
                rating,
                Checks.count("reviews", state.reviews()),
                Checks.count("completed_orders", state.completedOrders()),
                Checks.count("active_orders", state.activeOrders()),
                Checks.amount("total_earnings", state.totalEarnings()),
                Checks.day("created_at", state.createdAt()),
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
