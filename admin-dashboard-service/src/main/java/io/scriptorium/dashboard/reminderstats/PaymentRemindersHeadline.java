package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.query.Headline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Of {@link PaymentRemindersDashboard}. */
@ApplicationScoped
class PaymentRemindersHeadline implements Headline {
    private static final String SQL = SqlFile.read(PaymentRemindersHeadline.class, "headline.sql");

    @Override
    public String name() {
        return "payment_reminders";
    }

    @Override
    public Set<String> topics() {
        return Set.of(ReminderConfigProjection.TOPIC, DeletionMessageProjection.TOPIC, ReminderProjection.TOPIC);
    }

    @Override
    public String sql() {
        return SQL;
    }
}
