package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.cache.CacheInvalidation;
import io.scriptorium.dashboard.facts.Checked;
import io.scriptorium.dashboard.facts.CounterTable;
import io.scriptorium.dashboard.facts.FactProjection;
import io.scriptorium.dashboard.facts.FactTable;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deletion messages as facts, and how many there are. */
@ApplicationScoped
class DeletionMessageProjection implements FactProjection {
    private static final FactTable FACTS = FactTable.of(
            "deletion_message_fact",
            List.of("active boolean"),
            new CounterTable("deletion_message_totals", List.of("website_id", "active"), List.of("messages")));

    private final CacheInvalidation cache;

    DeletionMessageProjection(CacheInvalidation cache) {
        this.cache = cache;
    }

    @Override
    public String topic() {
        return "payments.deletion-message.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.deletion-message.changed", "payments.deletion-message.deleted");
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
        DeletionMessageState state = change.state(DeletionMessageState.class);
        Checked.id(change.key(), state.id());
        return new Row(
                change.key(),
                Checked.required("website_id", state.websiteId()),
                Checked.required("is_active", state.isActive()),
                change.revision(),
                false);
    }

    @Override
    public void invalidate(Set<UUID> websites) {
        cache.invalidate(ReminderStatsService.DASHBOARD, websites);
    }

    @Override
    public String name() {
        return ReminderStatsService.DASHBOARD;
    }

    private record Row(UUID id, UUID websiteId, Boolean active, long revision, boolean deleted) {
        static Row deleted(ChangeRecord change) {
            return new Row(change.key(), null, null, change.revision(), true);
        }
    }
}
