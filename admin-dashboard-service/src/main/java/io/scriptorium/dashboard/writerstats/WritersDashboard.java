package io.scriptorium.dashboard.writerstats;

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

/** The writers: how many there are, how they are rated, what they ask for, and who has done most. */
@ApplicationScoped
class WritersDashboard implements Dashboard<WriterNumbers> {
    static final String NAME = "writers";

    private static final String SQL = SqlFile.read(WritersDashboard.class, "writers.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(WriterProjection.TOPIC, OrderRequestProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<WriterNumbers> numbers() {
        return WriterNumbers.class;
    }

    @Override
    public WritersView view(WriterNumbers numbers, Question question, Instant asOf) {
        return WritersView.of(numbers, question, asOf);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                                "summary",
                                columns(
                                        "total_writers",
                                        "active_writers",
                                        "available_writers",
                                        "new_writers",
                                        "avg_rating",
                                        "total_reviews",
                                        "completed_orders",
                                        "active_orders",
                                        "open_order_requests"))
                        .with(Column.in("%", "approval_rate"), Column.money("total_earnings")),
                Table.of("status_breakdown", columns("status", "writers")),
                Table.of("level_breakdown", columns("level", "writers", "avg_rating", "completed_orders")),
                Table.of("availability_breakdown", columns("available", "writers")),
                Table.of("order_requests", columns("status", "requests")),
                Table.of("top_writers.by_completed_orders", topColumns()),
                Table.of("top_writers.by_earnings", topColumns()).with(Column.money("total_earnings")),
                Table.of("recent", columns("new_writers", "requested", "approved", "rejected"))
                        .with(Column.in("%", "approval_rate")),
                Table.of("daily", columns("day", "new_writers", "requested", "approved", "rejected")));
    }

    private static Column[] topColumns() {
        return columns("writer_id", "website_id", "registration_id", "pen_name", "level", "rating", "completed_orders");
    }
}
