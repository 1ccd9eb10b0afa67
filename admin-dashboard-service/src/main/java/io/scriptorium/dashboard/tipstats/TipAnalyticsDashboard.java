package io.scriptorium.dashboard.tipstats;

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

/** How tips develop, and who gives and gets most. */
@ApplicationScoped
class TipAnalyticsDashboard implements Dashboard<TipAnalytics> {
    static final String NAME = "tips/analytics";

    private static final String SQL = SqlFile.read(TipAnalyticsDashboard.class, "analytics.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TipProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<TipAnalytics> numbers() {
        return TipAnalytics.class;
    }

    @Override
    public TipAnalyticsView view(TipAnalytics numbers, Question question, Instant asOf) {
        return TipAnalyticsView.of(numbers, question, asOf);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("summary", columns("days", "total_tips"))
                        .with(
                                Column.money("total_tip_amount"),
                                Column.money("total_writer_earnings"),
                                Column.money("total_platform_profit"),
                                Column.money("avg_tip_amount")),
                Table.of("trends.monthly", columns("month", "count")).with(TipsDashboard.AMOUNTS),
                Table.of("trends.weekly", columns("week", "count")).with(TipsDashboard.AMOUNTS),
                Table.of("trends.daily", columns("day", "count")).with(TipsDashboard.AMOUNTS),
                Table.of("breakdowns.by_type", columns("tip_type", "count")).with(TipsDashboard.AMOUNTS),
                Table.of("breakdowns.by_level", columns("level", "count")).with(TipsDashboard.AMOUNTS),
                Table.of("top_performers.writers", columns("writer_id", "count"))
                        .with(Column.money("total_amount"), Column.money("writer_earnings")),
                Table.of("top_performers.clients", columns("client_id", "count"))
                        .with(Column.money("total_amount")));
    }
}
