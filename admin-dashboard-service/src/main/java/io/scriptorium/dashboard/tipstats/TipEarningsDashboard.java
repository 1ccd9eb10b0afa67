package io.scriptorium.dashboard.tipstats;

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

/** What completed tips have brought to whom. */
@ApplicationScoped
class TipEarningsDashboard implements Dashboard<TipEarnings> {
    static final String NAME = "tips/earnings";

    private static final String SQL = SqlFile.read(TipEarningsDashboard.class, "earnings.sql");

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
    public Class<TipEarnings> numbers() {
        return TipEarnings.class;
    }

    @Override
    public TipEarningsView view(TipEarnings numbers, Question question, Instant asOf) {
        return TipEarningsView.of(numbers, question, asOf);
    }

    /** All time unless days are asked for, as those who ask for earnings want it. */
    @Override
    public SpanRule spanRule() {
        return SpanRule.allTime();
    }

    @Override
    public List<Table> tables() {
        Column[] amounts = {
            Column.money("total_tip_amount"),
            Column.money("total_writer_earnings"),
            Column.money("total_platform_profit")
        };
        return List.of(
                Table.of("overall", columns("total_tips"))
                        .with(amounts)
                        .with(
                                Column.money("avg_tip_amount"),
                                Column.in("%", "platform_profit_percentage"),
                                Column.money("total_refunded"),
                                Column.money("writer_earnings_refunded"),
                                Column.money("net_writer_earnings"),
                                Column.money("net_platform_profit")),
                Table.of("by_level", columns("level", "total_tips")).with(amounts),
                Table.of("by_type", columns("tip_type", "total_tips")).with(amounts),
                Table.of("monthly", columns("month", "total_tips")).with(amounts));
    }
}
