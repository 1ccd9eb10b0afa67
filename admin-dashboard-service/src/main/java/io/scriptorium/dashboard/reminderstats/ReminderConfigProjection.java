package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reminder configurations as facts, and how many there are. */
@ApplicationScoped
class ReminderConfigProjection implements FactProjection {
    static final String TOPIC = "payments.reminder-config.changes";

    private static final FactTable FACTS = FactTable.of(
            "reminder_config_fact",
            List.of("name text", "deadline_percentage integer", "active boolean"),
            new CounterTable("reminder_config_totals", List.of("website_id", "active"), List.of("configs")));

    private final Dashboards dashboards;

    ReminderConfigProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.reminder-config.changed", "payments.reminder-config.deleted");
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
        ReminderConfigState state = change.state(ReminderConfigState.class);
        Checked.id(change.key(), state.id());
        return new Row(
                change.key(),
                Checked.website("website_id", state.websiteId()),
                Checked.text("name", state.name()),
                Checked.count("deadline_percentage", state.deadlinePercentage()),
                Checked.required("is_active", state.isActive()),
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        dashboards.changed(TOPIC, websites);
    }

    @Override
    public String name() {
        return PaymentRemindersDashboard.NAME;
    }

    private record Row(
            UUID id,
            UUID websiteId,
            String name,
            Integer deadlinePercentage,
            Boolean active,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(change.key(), null, null, null, null, change.revision(), true);
        }
    }
}
