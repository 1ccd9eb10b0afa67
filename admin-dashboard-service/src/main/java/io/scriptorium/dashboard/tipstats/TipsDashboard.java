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

/** Tips: how many there are, and who gets what of them. */
@ApplicationScoped
class TipsDashboard implements Dashboard<TipSummary> {
    static final String NAME = "tips";

    private static final String SQL = SqlFile.read(TipsDashboard.class, "tips.sql");

    /** Of any group of tips. */
    static final Column[] AMOUNTS = {
        Column.money("total_amount"), Column.money("writer_earnings"), Column.money("platform_profit")
    };

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
    public Class<TipSummary> numbers() {
        return TipSummary.class;
    }

    @Override
    public TipsView view(TipSummary numbers, Question question, Instant asOf) {
        return TipsView.of(numbers, question, asOf);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("summary", columns("total_tips"))
                        .with(
                                Column.money("total_tip_amount"),
                                Column.money("total_writer_earnings"),
                                Column.money("total_platform_profit"),
                                Column.money("avg_tip_amount"),
                                Column.in("%", "avg_writer_percentage")),
                Table.of("recent_summary", columns("days", "total_tips"))
                        .with(
                                Column.money("total_tip_amount"),
                                Column.money("total_writer_earnings"),
                                Column.money("total_platform_profit"),
                                Column.money("avg_tip_amount")),
                Table.of("payment_status", columns("pending", "processing", "completed", "failed")),
                Table.of("type_breakdown", columns("tip_type", "count")).with(AMOUNTS),
                Table.of("payment_status_breakdown", columns("payment_status", "count"))
                        .with(AMOUNTS),
                Table.of("level_breakdown", columns("level", "count")).with(AMOUNTS));
    }
}
