package io.scriptorium.dashboard.paymentstats;

import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Payments as facts, and as counters: in all, and per UTC day of what happened to them. */
@ApplicationScoped
class PaymentProjection implements FactProjection {
    static final String TOPIC = "payments.payment.changes";

    private static final FactTable FACTS = FactTable.of(
            "payment_fact",
            List.of(
                    "kind text",
                    "status text",
                    "currency text",
                    "amount numeric",
                    "created_day date",
                    "paid_day date",
                    "refund_days date[]",
                    "refund_amounts numeric[]"),
            new CounterTable(
                    "payment_totals",
                    List.of("website_id", "currency", "kind", "status"),
                    List.of("payments", "amount", "paid", "paid_amount", "refunded")),
            new CounterTable(
                    "payment_days",
                    List.of("website_id", "day", "currency", "kind"),
                    List.of("created", "paid", "paid_amount", "refunds", "refunded")));

    private final Dashboards dashboards;

    PaymentProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.payment.changed", "payments.payment.deleted");
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
        PaymentState state = change.state(PaymentState.class);
        Checked.id(change.key(), state.id());
        List<LocalDate> refundDays = new ArrayList<>();
        List<BigDecimal> refundAmounts = new ArrayList<>();
        for (PaymentState.Refund refund : Checked.required("refunds", state.refunds())) {
            Checked.required("refunds", refund);
            refundDays.add(Checked.day("refunded_at", refund.refundedAt()));
            refundAmounts.add(Checked.amount("refunds.amount", refund.amount()));
        }
        return new Row(
                change.key(),
                Checked.website("website_id", state.websiteId()),
                Checked.word("kind", state.kind()),
                Checked.word("status", state.status()),
                Checked.currency("currency", state.currency()),
                Checked.amount("amount", state.amount()),
                Checked.day("created_at", state.createdAt()),
                Checked.dayOrNull("completed_at", state.completedAt()),
                refundDays,
                refundAmounts,
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return PaymentsDashboard.NAME;
    }

    private record Row(
            UUID id,
            UUID websiteId,
            String kind,
            String status,
            String currency,
            BigDecimal amount,
            LocalDate createdDay,
            LocalDate paidDay,
            List<LocalDate> refundDays,
            List<BigDecimal> refundAmounts,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(change.key(), null, null, null, null, null, null, null, null, null, change.revision(), true);
        }
    }
}
