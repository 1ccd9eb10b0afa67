package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reminder configurations as facts, and how many there are. */
@ApplicationScoped
class ReminderConfigProjection implements CountingProjection {
    static final String TOPIC = "payments.reminder-config.changes";

    private static final Facts FACTS = Facts.table(
            "reminder_config_fact",
            List.of("name", "text", "deadline_percentage", "integer", "active", "boolean"),
            Counter.table("reminder_config_totals").by("active").count("configs"));

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
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        ReminderConfigState state = change.state(ReminderConfigState.class);
        Checks.id(change.key(), state.id());
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
                Checks.text("name", state.name()),
                Checks.count("deadline_percentage", state.deadlinePercentage()),
                Checks.required("is_active", state.isActive()),
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
