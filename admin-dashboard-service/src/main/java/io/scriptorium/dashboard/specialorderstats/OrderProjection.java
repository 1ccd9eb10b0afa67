package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Special orders as facts, and as counters: in all, per day and month of creation, and their installments per day due. */
@ApplicationScoped
class OrderProjection implements CountingProjection {
    static final String TOPIC = "special-orders.order.changes";

    private static final Set<String> TYPES = Set.of("predefined", "estimated");
    private static final String UNNAMED = "";
    private static final String MONTH = "date_trunc('month', day::timestamp)::date";
    private static final String PREDEFINED = "order_type = 'predefined'";
    private static final String COMPLETED = "status = 'completed'";
    private static final String VALUE = "coalesce(value, 0)";
    private static final String REVENUE = "CASE WHEN status = 'completed' THEN coalesce(value, 0) ELSE 0 END";

    private static final Facts FACTS = Facts.table(
            "special_order_fact",
            List.of(
                    "day", "date",
                    "currency", "text",
                    "status", "text",
                    "order_type", "text",
                    "predefined_type", "text",
                    "approved", "boolean",
                    "value", "numeric",
                    "completion_seconds", "bigint",
                    "installments", "jsonb"),
            Counter.table("special_order_totals")
                    .by("currency", "status", "order_type")
                    .count("orders")
                    .count("needs_approval", "status = 'awaiting_approval' AND NOT approved")
                    .count("needs_estimation", "order_type = 'estimated' AND status = 'inquiry' AND value IS NULL")
                    .count("valued", "value IS NOT NULL")
                    .sum("value", VALUE),
            Counter.table("special_order_days")
                    .by("day", "currency")
                    .count("orders")
                    .count("approved", "approved")
                    .count("completed", COMPLETED)
                    .sum("revenue", REVENUE)
                    .sum("completion_seconds", "coalesce(completion_seconds, 0)"),
            Counter.table("special_order_group_days")
                    .by("day", "currency", "status", "order_type")
                    .count("orders")
                    .sum("value", VALUE),
            Counter.table("special_order_group_months")
                    .byExpression("month", MONTH)
                    .by("currency", "status", "order_type")
                    .count("orders")
                    .sum("value", VALUE),
            Counter.table("special_order_type_days")
                    .by("day", "currency", "predefined_type")
                    .where(PREDEFINED)
                    .count("orders")
                    .count("completed", COMPLETED)
                    .sum("revenue", REVENUE),
            Counter.table("special_order_type_months")
                    .byExpression("month", MONTH)
                    .by("currency", "predefined_type")
                    .where(PREDEFINED)
                    .count("orders")
                    .count("completed", COMPLETED)
                    .sum("revenue", REVENUE),
            Counter.table("special_order_due_days")
                    .by("paid")
                    .byExpression("day", "due_day")
                    .by("currency")
                    .each("jsonb_to_recordset(installments) AS due (due_day date, amount numeric, paid boolean)")
                    .count("installments")
                    .sum("amount", "amount"));

    private final Dashboards dashboards;

    OrderProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("special-orders.order.changed", "special-orders.order.deleted");
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        OrderState state = change.state(OrderState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "id is not the record's key");
        UnreadableChange.unless(state.websiteId() != null, "website_id is missing");
        UnreadableChange.unless(TYPES.contains(state.orderType()), "order_type is unknown: " + state.orderType());
        Checks.text("status", state.status());
        Checks.currency(state.currency());
        UnreadableChange.unless(state.isApproved() != null, "is_approved is missing");
        if (state.value() != null) {
            Checks.amount("the cost", state.value());
        }
        UnreadableChange.unless(state.installments() != null, "installments is missing");
        return new Row(
                change.key(),
                state.websiteId(),
                Checks.day("created_at", state.createdAt()),
                state.currency(),
                state.status(),
                state.orderType(),
                typeName(state),
                state.isApproved(),
                state.value(),
                completionSeconds(state),
                installments(state),
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return SpecialOrdersDashboard.NAME;
    }

    @Override
    public Facts facts() {
        return FACTS;
    }

    private static String typeName(OrderState state) throws UnreadableChange {
        if (state.predefinedType() == null) {
            return UNNAMED;
        }
        return Checks.text("predefined_type.name", state.predefinedType().name());
    }

    private static Long completionSeconds(OrderState state) throws UnreadableChange {
        if (!"completed".equals(state.status())) {
            return null;
        }
        Checks.day("completed_at", state.completedAt());
        return Duration.between(state.createdAt(), state.completedAt()).toSeconds();
    }

    /** Those that are paid, and those that are still to be paid: not void ones, nor unpaid ones of a cancelled order. */
    private static List<Due> installments(OrderState state) throws UnreadableChange {
        List<Due> due = new ArrayList<>();
        for (OrderState.Installment installment : state.installments()) {
            boolean paid = "paid".equals(installment.status());
            boolean unpaid = "unpaid".equals(installment.status());
            UnreadableChange.unless(
                    paid || unpaid || "void".equals(installment.status()),
                    "an installment's status is unknown: " + installment.status());
            LocalDate day = Checks.day("due_at", installment.dueAt());
            BigDecimal amount = Checks.amount("an installment's amount", installment.amount());
            if (paid || unpaid && !"cancelled".equals(state.status())) {
                due.add(new Due(day, amount, paid));
            }
        }
        return due;
    }

    private record Due(LocalDate dueDay, BigDecimal amount, boolean paid) {}

    private record Row(
            UUID id,
            UUID websiteId,
            LocalDate day,
            String currency,
            String status,
            String orderType,
            String predefinedType,
            Boolean approved,
            BigDecimal value,
            Long completionSeconds,
            List<Due> installments,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(
                    change.key(), null, null, null, null, null, null, null, null, null, null, change.revision(), true);
        }
    }
}
