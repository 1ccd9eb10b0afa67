package io.scriptorium.dashboard.specialorderstats;

import static io.scriptorium.dashboard.query.Table.columns;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Column;
import io.scriptorium.dashboard.query.Dashboard;
import io.scriptorium.dashboard.query.Question;
import io.scriptorium.dashboard.query.SpanRule;
import io.scriptorium.dashboard.query.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How special orders develop, by the day of their creation. */
@ApplicationScoped
class SpecialOrderAnalyticsDashboard implements Dashboard<OrderAnalytics> {
    static final String NAME = "special-orders/analytics";

    private static final String SQL = SqlFile.read(SpecialOrderAnalyticsDashboard.class, "analytics.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(OrderProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<OrderAnalytics> numbers() {
        return OrderAnalytics.class;
    }

    @Override
    public SpecialOrderAnalyticsView view(OrderAnalytics numbers, Question question, Instant asOf) {
        return SpecialOrderAnalyticsView.of(numbers, question, asOf);
    }

    /** A year, for the sake of its months. */
    @Override
    public SpanRule spanRule() {
        return SpanRule.lastDays(365);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.ofTheView("totals", columns("count", "completed"))
                        .with(
                                Column.money("total_revenue"),
                                Column.in("days", "avg_completion_days"),
                                Column.in("%", "conversion_rate")),
                Table.of("monthly_trends", columns("month", "count", "completed"))
                        .with(Column.money("total_revenue")),
                Table.of("weekly_trends", columns("week", "count", "completed")).with(Column.money("total_revenue")),
                Table.of("type_breakdown", columns("order_type", "count", "completed"))
                        .with(Column.money("total_revenue")),
                Table.of("status_trends", columns("month", "status", "count")),
                Table.of("predefined_breakdown", columns("predefined_type", "count", "completed"))
                        .with(Column.money("total_revenue")));
    }
}
