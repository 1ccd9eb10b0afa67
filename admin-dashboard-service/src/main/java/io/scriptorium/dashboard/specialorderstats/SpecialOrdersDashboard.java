package io.scriptorium.dashboard.specialorderstats;

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

/** Special orders: how many there are in which state, and what they bring. */
@ApplicationScoped
class SpecialOrdersDashboard implements Dashboard<OrderSummary> {
    static final String NAME = "special-orders";

    private static final String SQL = SqlFile.read(SpecialOrdersDashboard.class, "special-orders.sql");

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
    public Class<OrderSummary> numbers() {
        return OrderSummary.class;
    }

    @Override
    public SpecialOrdersView view(OrderSummary numbers, Question question, Instant asOf) {
        return SpecialOrdersView.of(numbers, question, asOf);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                                "summary",
                                columns(
                                        "total_orders",
                                        "inquiry_orders",
                                        "awaiting_approval",
                                        "in_progress",
                                        "completed",
                                        "needs_approval",
                                        "needs_estimation",
                                        "recent_orders",
                                        "pending_installments"))
                        .with(Column.money("total_revenue"), Column.money("avg_order_value")),
                Table.of("recent_summary", columns("orders", "completed")).with(Column.money("total_revenue")),
                Table.of("status_breakdown", columns("status", "count")).with(Column.money("total_value")),
                Table.of("type_breakdown", columns("order_type", "count", "completed"))
                        .with(Column.money("total_revenue")));
    }
}
