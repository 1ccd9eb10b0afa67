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

/** What special orders have been paid, and what they owe by when. */
@ApplicationScoped
class SpecialOrderInstallmentsDashboard implements Dashboard<InstallmentCounts> {
    static final String NAME = "special-orders/installments";

    private static final String SQL = SqlFile.read(SpecialOrderInstallmentsDashboard.class, "installments.sql");

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
    public Class<InstallmentCounts> numbers() {
        return InstallmentCounts.class;
    }

    @Override
    public SpecialOrderInstallmentsView view(InstallmentCounts numbers, Question question, Instant asOf) {
        return SpecialOrderInstallmentsView.of(numbers, question, asOf);
    }

    /** What is due is due, whenever it was ordered. */
    @Override
    public SpanRule spanRule() {
        return SpanRule.none();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.ofTheView("totals", columns("total_installments", "paid", "unpaid", "overdue"))
                        .with(Column.money("total_due"), Column.money("total_paid"), Column.money("total_overdue")),
                Table.of("due_by_week", columns("week", "installments")).with(Column.money("amount")),
                Table.of("due_later", columns("installments")).with(Column.money("amount")));
    }
}
