package io.scriptorium.dashboard.paymentstats;

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

/** The payments: what is owed, what was paid and when, and what was given back. */
@ApplicationScoped
class PaymentsDashboard implements Dashboard<PaymentNumbers> {
    static final String NAME = "payments";

    private static final String SQL = SqlFile.read(PaymentsDashboard.class, "payments.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(PaymentProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<PaymentNumbers> numbers() {
        return PaymentNumbers.class;
    }

    @Override
    public PaymentsView view(PaymentNumbers numbers, Question question, Instant asOf) {
        return PaymentsView.of(numbers, question, asOf);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                                "summary",
                                columns(
                                        "total_payments",
                                        "paid_payments",
                                        "pending_payments",
                                        "failed_payments",
                                        "cancelled_payments",
                                        "refunded_payments"))
                        .with(
                                Column.money("total_amount"),
                                Column.money("pending_amount"),
                                Column.money("total_paid"),
                                Column.money("total_refunded"),
                                Column.money("net_revenue"),
                                Column.money("avg_payment")),
                Table.of("status_breakdown", columns("status", "payments"))
                        .with(Column.money("amount"), Column.money("refunded")),
                Table.of("type_breakdown", columns("kind", "payments", "paid"))
                        .with(Column.money("amount"), Column.money("total_paid"), Column.money("refunded")),
                Table.of("paid.today", columns("payments")).with(Column.money("amount")),
                Table.of("paid.this_week", columns("payments")).with(Column.money("amount")),
                Table.of("paid.two_weeks", columns("payments")).with(Column.money("amount")),
                Table.of("paid.this_month", columns("payments")).with(Column.money("amount")),
                Table.of("recent", columns("payments", "paid", "refunds"))
                        .with(Column.money("revenue"), Column.money("refunded"), Column.money("net_revenue")),
                Table.of("daily", columns("day", "payments", "paid", "refunds"))
                        .with(Column.money("revenue"), Column.money("refunded"), Column.money("net_revenue")));
    }
}
