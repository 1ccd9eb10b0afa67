package io.scriptorium.dashboard.reminderstats;

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

/** The payment reminders: who is reminded when, what was sent, and what became of it. */
@ApplicationScoped
class PaymentRemindersDashboard implements Dashboard<ReminderNumbers> {
    static final String NAME = "payment-reminders";

    private static final String SQL = SqlFile.read(PaymentRemindersDashboard.class, "payment-reminders.sql");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(ReminderConfigProjection.TOPIC, DeletionMessageProjection.TOPIC, ReminderProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Class<ReminderNumbers> numbers() {
        return ReminderNumbers.class;
    }

    @Override
    public PaymentRemindersView view(ReminderNumbers numbers, Question question, Instant asOf) {
        return PaymentRemindersView.of(numbers, question, asOf);
    }

    @Override
    public boolean hasMoney() {
        return false;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.ofTheView(
                        "totals",
                        columns(
                                "total_reminder_configs",
                                "active_reminder_configs",
                                "total_deletion_messages",
                                "active_deletion_messages",
                                "total_sent_reminders",
                                "recent_sent_reminders",
                                "total_sent_deletion_messages")),
                Table.of("status_breakdown", columns("status", "reminders", "deletion_messages")),
                Table.of("outcome_breakdown", columns("outcome", "reminders")),
                Table.of("by_channel", columns("channel", "reminders", "deletion_messages")),
                Table.of(
                                "by_config",
                                columns(
                                        "config_id",
                                        "website_id",
                                        "name",
                                        "deadline_percentage",
                                        "is_active",
                                        "sent",
                                        "paid",
                                        "expired",
                                        "open"))
                        .with(Column.in("%", "paid_rate")),
                Table.of("recent", columns("reminders", "deletion_messages", "by_email", "by_notification")),
                Table.of("daily", columns("day", "reminders", "deletion_messages", "by_email", "by_notification")));
    }
}
