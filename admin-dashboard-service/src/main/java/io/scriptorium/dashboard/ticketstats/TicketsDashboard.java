package io.scriptorium.dashboard.ticketstats;

import static io.scriptorium.dashboard.query.Table.columns;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Column;
import io.scriptorium.dashboard.query.Dashboard;
import io.scriptorium.dashboard.query.Question;
import io.scriptorium.dashboard.query.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The support tickets: where they stand, whose they are, and how long they take. */
@ApplicationScoped
class TicketsDashboard implements Dashboard<TicketNumbers> {
    static final String NAME = "tickets";

    private static final String SQL = SqlFile.read(TicketsDashboard.class, "tickets.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TicketProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<TicketNumbers> numbers() {
        return TicketNumbers.class;
    }

    @Override
    public TicketsView view(TicketNumbers numbers, Question question, Instant asOf) {
        return TicketsView.of(numbers, question, asOf);
    }

    @Override
    public boolean hasMoney() {
        return false;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                                "summary",
                                columns(
                                        "total_tickets",
                                        "open_tickets",
                                        "unassigned_open_tickets",
                                        "opened",
                                        "resolved",
                                        "closed",
                                        "oldest_open_created_at"))
                        .with(Column.in("hours", "oldest_open_age_hours")),
                Table.of("status_breakdown", columns("status", "tickets")),
                Table.of("category_breakdown", columns("category", "tickets", "open_tickets")),
                Table.of("priority_breakdown", columns("priority", "tickets", "open_tickets")),
                Table.of("assignee_breakdown", columns("assigned_to", "tickets", "open_tickets")),
                Table.of("time_to_resolve", columns("resolved"))
                        .with(Column.in("hours", "p50_hours"), Column.in("hours", "p90_hours")),
                Table.of("recent", columns("opened", "resolved", "closed"))
                        .with(Column.in("hours", "p50_hours"), Column.in("hours", "p90_hours")),
                Table.of("daily", columns("day", "opened", "resolved", "closed")));
    }
}
