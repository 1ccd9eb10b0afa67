package io.scriptorium.dashboard.ticketstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tickets as facts, and as counters: in all, by assignee, and per UTC day of what happened to them. */
@ApplicationScoped
class TicketProjection implements CountingProjection {
    static final String TOPIC = "writers.ticket.changes";

    private static final Facts FACTS = Facts.table(
            "ticket_fact",
            List.of(
                    "status",
                    "text",
                    "category",
                    "text",
                    "priority",
                    "text",
                    "assigned_to",
                    "uuid",
                    "created_at",
                    "timestamptz",
                    "created_day",
                    "date",
                    "resolved_day",
                    "date",
                    "closed_day",
                    "date",
                    "bucket",
                    "integer"),
            Counter.table("ticket_totals").by("status", "category", "priority").count("tickets"),
            Counter.table("ticket_assignees")
                    .byExpression("assigned_to", "coalesce(assigned_to, '00000000-0000-0000-0000-000000000000')")
                    .by("status")
                    .count("tickets"),
            Counter.table("ticket_days")
                    .byExpression("day", "happened.day")
                    .each("(VALUES (created_day, 1, 0, 0), (resolved_day, 0, 1, 0), (closed_day, 0, 0, 1))"
                            + " AS happened (day, opened, resolved, closed)")
                    .where("happened.day IS NOT NULL")
                    .sum("opened", "happened.opened")
                    .sum("resolved", "happened.resolved")
                    .sum("closed", "happened.closed"),
            Counter.table("ticket_resolutions")
                    .byExpression("day", "resolved_day")
                    .by("bucket")
                    .where("resolved_day IS NOT NULL")
                    .count("tickets"));

    private final Dashboards dashboards;

    TicketProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.ticket.changed", "writers.ticket.deleted");
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
        TicketState state = change.state(TicketState.class);
        Checks.id(change.key(), state.id());
        Instant created = Checks.moment("created_at", state.createdAt());
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
                Checks.word("status", state.status()),
                Checks.word("category", state.category()),
                Checks.word("priority", state.priority()),
                state.assignedTo(),
                created,
                Checks.day("created_at", created),
                Checks.dayOrNull("resolved_at", state.resolvedAt()),
                Checks.dayOrNull("closed_at", state.closedAt()),
                state.resolvedAt() == null
                        ? null
                        : ResolutionTimes.bucket(Duration.between(created, state.resolvedAt())),
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return TicketsDashboard.NAME;
    }

    private record Row(
            UUID id,
            UUID websiteId,
            String status,
            String category,
            String priority,
            UUID assignedTo,
            Instant createdAt,
            LocalDate createdDay,
            LocalDate resolvedDay,
            LocalDate closedDay,
            Integer bucket,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(
                    change.key(), null, null, null, null, null, null, null, null, null, null, change.revision(), true);
        }
    }
}
