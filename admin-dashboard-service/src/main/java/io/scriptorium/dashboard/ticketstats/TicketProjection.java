package io.scriptorium.dashboard.ticketstats;

import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
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
class TicketProjection implements FactProjection {
    static final String TOPIC = "writers.ticket.changes";

    private static final FactTable FACTS = FactTable.of(
            "ticket_fact",
            List.of(
                    "status text",
                    "category text",
                    "priority text",
                    "assigned_to uuid",
                    "created_at timestamptz",
                    "created_day date",
                    "resolved_day date",
                    "closed_day date",
                    "bucket integer"),
            new CounterTable(
                    "ticket_totals", List.of("website_id", "status", "category", "priority"), List.of("tickets")),
            new CounterTable("ticket_assignees", List.of("website_id", "assigned_to", "status"), List.of("tickets")),
            new CounterTable("ticket_days", List.of("website_id", "day"), List.of("opened", "resolved", "closed")),
            new CounterTable("ticket_resolutions", List.of("website_id", "day", "bucket"), List.of("tickets")));

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
    public FactTable facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        TicketState state = change.state(TicketState.class);
        Checked.id(change.key(), state.id());
        Instant created = Checked.instant("created_at", state.createdAt());
        return new Row(
                change.key(),
                Checked.website("website_id", state.websiteId()),
                Checked.word("status", state.status()),
                Checked.word("category", state.category()),
                Checked.word("priority", state.priority()),
                state.assignedTo(),
                created,
                Checked.day("created_at", created),
                Checked.dayOrNull("resolved_at", state.resolvedAt()),
                Checked.dayOrNull("closed_at", state.closedAt()),
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
