package io.scriptorium.dashboard.tipstats;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tips as facts, and as counters: in all, per day and month of creation, and per writer and client. */
@ApplicationScoped
class TipProjection implements CountingProjection {
    static final String TOPIC = "payments.tip.changes";

    /** Of a tip to a writer without a level. */
    static final String NO_LEVEL = "";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String COMPLETED = "status = 'completed'";
    private static final String MONTH = "date_trunc('month', day::timestamp)::date";
    private static final String PERFORMERS =
            "(VALUES ('writer', writer_id), ('client', client_id)) AS performer (role, account_id)";

    private static final Facts FACTS = Facts.table(
            "tip_fact",
            List.of(
                    "day", "date",
                    "currency", "text",
                    "status", "text",
                    "type", "text",
                    "level", "text",
                    "writer_id", "uuid",
                    "client_id", "uuid",
                    "amount", "numeric",
                    "earning", "numeric",
                    "profit", "numeric",
                    "percentage", "numeric",
                    "refunded", "numeric",
                    "earning_refunded", "numeric"),
            Counter.table("tip_totals")
                    .by("currency", "status", "type", "level")
                    .count("tips")
                    .sum("amount", "amount")
                    .sum("earning", "earning")
                    .sum("profit", "profit")
                    .sum("percentage", "percentage"),
            Counter.table("tip_days")
                    .by("day", "currency", "type", "level")
                    .count("tips")
                    .sum("amount", "amount")
                    .sum("earning", "earning")
                    .sum("profit", "profit")
                    .count("completed", COMPLETED)
                    .sum("completed_amount", ofCompleted("amount"))
                    .sum("completed_earning", ofCompleted("earning"))
                    .sum("completed_profit", ofCompleted("profit"))
                    .sum("refunded", ofCompleted("refunded"))
                    .sum("earning_refunded", ofCompleted("earning_refunded")),
            Counter.table("tip_months")
                    .byExpression("month", MONTH)
                    .by("currency", "type", "level")
                    .where(COMPLETED)
                    .count("tips")
                    .sum("amount", "amount")
                    .sum("earning", "earning")
                    .sum("profit", "profit")
                    .sum("refunded", "refunded")
                    .sum("earning_refunded", "earning_refunded"),
            Counter.table("tip_performer_months")
                    .each(PERFORMERS)
                    .by("role", "currency", "account_id")
                    .byExpression("month", MONTH)
                    .where(COMPLETED)
                    .count("tips")
                    .sum("amount", "amount")
                    .sum("earning", "earning"),
            Counter.table("tip_performer_days")
                    .each(PERFORMERS)
                    .by("role", "currency", "account_id", "day")
                    .where(COMPLETED)
                    .ofEachWebsiteOnly()
                    .count("tips")
                    .sum("amount", "amount")
                    .sum("earning", "earning"));

    private final Dashboards dashboards;

    TipProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.tip.changed", "payments.tip.deleted");
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        TipState state = change.state(TipState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "id is not the record's key");
        UnreadableChange.unless(state.websiteId() != null, "website_id is missing");
        UnreadableChange.unless(state.writerId() != null, "writer_id is missing");
        UnreadableChange.unless(state.clientId() != null, "client_id is missing");
        BigDecimal percentage = Checks.amount("writer_percentage", state.writerPercentage());
        UnreadableChange.unless(percentage.compareTo(HUNDRED) <= 0, "writer_percentage is more than 100");
        return new Row(
                change.key(),
                state.websiteId(),
                Checks.day("created_at", state.createdAt()),
                Checks.currency(state.currency()),
                Checks.text("payment_status", state.paymentStatus()),
                Checks.text("type", state.type()),
                state.levelName() == null ? NO_LEVEL : Checks.text("level_name", state.levelName()),
                state.writerId(),
                state.clientId(),
                Checks.amount("amount", state.amount()),
                Checks.amount("writer_earning", state.writerEarning()),
                Checks.amount("platform_profit", state.platformProfit()),
                percentage,
                Checks.amount("refunded_amount", state.refundedAmount()),
                Checks.amount("writer_earning_refunded", state.writerEarningRefunded()),
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return TipsDashboard.NAME;
    }

    @Override
    public Facts facts() {
        return FACTS;
    }

    private static String ofCompleted(String amount) {
        return "CASE WHEN " + COMPLETED + " THEN " + amount + " ELSE 0 END";
    }

    private record Row(
            UUID id,
            UUID websiteId,
            LocalDate day,
            String currency,
            String status,
            String type,
            String level,
            UUID writerId,
            UUID clientId,
            BigDecimal amount,
            BigDecimal earning,
            BigDecimal profit,
            BigDecimal percentage,
            BigDecimal refunded,
            BigDecimal earningRefunded,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(
                    change.key(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    change.revision(),
                    true);
        }
    }
}
