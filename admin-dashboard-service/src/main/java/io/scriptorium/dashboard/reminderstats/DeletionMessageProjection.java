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

/** Deletion messages as facts, and how many there are. */
@ApplicationScoped
class DeletionMessageProjection implements CountingProjection {
    static final String TOPIC = "payments.deletion-message.changes";

    private static final Facts FACTS = Facts.table(
            "deletion_message_fact",
            List.of("active", "boolean"),
            Counter.table("deletion_message_totals").by("active").count("messages"));

    private final Dashboards dashboards;

    DeletionMessageProjection(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.deletion-message.changed", "payments.deletion-message.deleted");
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
        DeletionMessageState state = change.state(DeletionMessageState.class);
        Checks.id(change.key(), state.id());
        return new Row(
                change.key(),
                Checks.website("website_id", state.websiteId()),
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

    private record Row(UUID id, UUID websiteId, Boolean active, long revision, boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(change.key(), null, null, change.revision(), true);
        }
    }
}
