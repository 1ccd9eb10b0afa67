package io.scriptorium.dashboard.paymentstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
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
class PaymentProjection implements CountingProjection {
    static final String TOPIC = "payments.payment.changes";

    /** What a payment did on which days: it was made, it was paid, it was given back. */
    private static final String HAPPENED = """
            (SELECT created_day, 1, 0, 0::numeric, 0, 0::numeric
             UNION ALL
             SELECT paid_day, 0, 1, amount, 0, 0
             UNION ALL
             SELECT refund.day, 0, 0, 0, 1, refund.amount
               FROM unnest(refund_days, refund_amounts) AS refund (day, amount))
            AS happened (day, created, paid, paid_amount, refunds, refunded)""";

    private static final Facts FACTS = Facts.table(
            "payment_fact",
            List.of(
                    "kind",
                    "text",
                    "status",
                    "text",
                    "currency",
                    "text",
                    "amount",
                    "numeric",
                    "created_day",
                    "date",
                    "paid_day",
                    "date",
                    "refund_days",
                    "date[]",
                    "refund_amounts",
                    "numeric[]"),
            Counter.table("payment_totals")
                    .by("currency", "kind", "status")
                    .count("payments")
                    .sum("amount", "amount")
                    .count("paid", "paid_day IS NOT NULL")
                    .sum("paid_amount", "CASE WHEN paid_day IS NULL THEN 0 ELSE amount END")
                    .sum("refunded", "(SELECT coalesce(sum(refund), 0) FROM unnest(refund_amounts) AS refund)"),
            Counter.table("payment_days")
                    .byExpression("day", "happened.day")
                    .by("currency")
                    .by("kind")
                    .each(HAPPENED)
                    .where("happened.day IS NOT NULL")
                    .sum("created", "happened.created")
                    .sum("paid", "happened.paid")
                    .sum("paid_amount", "happened.paid_amount")
                    .sum("refunds", "happened.refunds")
                    .sum("refunded", "happened.refunded"));

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
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        PaymentState state = change.state(PaymentState.class);
        Checks.id(change.key(), state.id());
        List<LocalDate> refundDays = new ArrayList<>();
        List<BigDecimal> refundAmounts = new ArrayList<>();
        for (PaymentState.Refund refund : Checks.required("refunds", state.refunds())) {
            Checks.required("refunds", refund);
            refundDays.add(Checks.day("refunded_at", refund.refundedAt()));
            refundAmounts.add(Checks.amount("refunds.amount", refund.amount()));
        }
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
                Checks.word("kind", state.kind()),
                Checks.word("status", state.status()),
                Checks.currency(state.currency()),
                Checks.amount("amount", state.amount()),
                Checks.day("created_at", state.createdAt()),
                Checks.dayOrNull("completed_at", state.completedAt()),
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
