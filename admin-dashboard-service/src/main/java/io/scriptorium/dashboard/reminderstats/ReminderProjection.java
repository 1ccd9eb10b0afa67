package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reminders and deletion messages that were sent, as facts and as counters: in all, per configuration, and per UTC day. */
@ApplicationScoped
class ReminderProjection implements FactProjection {
    static final String TOPIC = "payments.reminder.changes";

    private static final FactTable FACTS = FactTable.of(
            "reminder_fact",
            List.of(
                    "config_id uuid",
                    "kind text",
                    "status text",
                    "outcome text",
                    "by_email boolean",
                    "by_notification boolean",
                    "sent_day date"),
            new CounterTable(
                    "reminder_totals",
                    List.of("website_id", "kind", "status", "outcome"),
                    List.of("reminders", "by_email", "by_notification")),
            new CounterTable(
                    "reminder_config_outcomes", List.of("website_id", "config_id", "outcome"), List.of("sent")),
            new CounterTable(
                    "reminder_days",
                    List.of("website_id", "day", "kind"),
                    List.of("sent", "by_email", "by_notification")));

    private final Dashboards dashboards;

    ReminderProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.reminder.changed", "payments.reminder.deleted");
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
        ReminderState state = change.state(ReminderState.class);
        Checked.id(change.key(), state.id());
        UnreadableChange.unless(
                !"sent".equals(state.status()) || state.sentAt() != null, "sent_at is missing, though it is sent");
        return new Row(
                change.key(),
                Checked.website("website_id", state.websiteId()),
                state.configId(),
                Checked.word("kind", state.kind()),
                Checked.word("status", state.status()),
                Checked.word("outcome", state.outcome()),
                Checked.required("by_email", state.byEmail()),
                Checked.required("by_notification", state.byNotification()),
                Checked.dayOrNull("sent_at", state.sentAt()),
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
            UUID configId,
            String kind,
            String status,
            String outcome,
            Boolean byEmail,
            Boolean byNotification,
            LocalDate sentDay,
            long revision,
            boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(change.key(), null, null, null, null, null, null, null, null, change.revision(), true);
        }
    }
}
