package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.counting.Counter;
import io.scriptorium.dashboard.counting.CountingProjection;
import io.scriptorium.dashboard.counting.Facts;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Checks;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.query.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reminders and deletion messages that were sent, as facts and as counters: in all, per configuration, and per UTC day. */
@ApplicationScoped
class ReminderProjection implements CountingProjection {
    static final String TOPIC = "payments.reminder.changes";

    private static final Facts FACTS = Facts.table(
            "reminder_fact",
            List.of(
                    "config_id",
                    "uuid",
                    "kind",
                    "text",
                    "status",
                    "text",
                    "outcome",
                    "text",
                    "by_email",
                    "boolean",
                    "by_notification",
                    "boolean",
                    "sent_day",
                    "date"),
            Counter.table("reminder_totals")
                    .by("kind", "status", "outcome")
                    .count("reminders")
                    .count("by_email", "by_email")
                    .count("by_notification", "by_notification"),
            Counter.table("reminder_config_outcomes")
                    .by("config_id")
                    .by("outcome")
                    .where("status = 'sent' AND config_id IS NOT NULL")
                    .count("sent"),
            Counter.table("reminder_days")
                    .byExpression("day", "sent_day")
                    .by("kind")
                    .where("status = 'sent'")
                    .count("sent")
                    .count("by_email", "by_email")
                    .count("by_notification", "by_notification"));

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
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Object row(ChangeRecord change) throws UnreadableChange {
        if (change.deleted()) {
            return Row.deleted(change);
        }
        ReminderState state = change.state(ReminderState.class);
        Checks.id(change.key(), state.id());
        UnreadableChange.unless(
                !"sent".equals(state.status()) || state.sentAt() != null, "sent_at is missing, though it is sent");
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
                state.configId(),
                Checks.word("kind", state.kind()),
                Checks.word("status", state.status()),
                Checks.word("outcome", state.outcome()),
                Checks.required("by_email", state.byEmail()),
                Checks.required("by_notification", state.byNotification()),
                Checks.dayOrNull("sent_at", state.sentAt()),
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
