package io.scriptorium.payments.reminderconfig;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every reminder config again, or those of one website. */
@ApplicationScoped
class ReminderConfigChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ReminderConfigRepository configs;

    ReminderConfigChangeSource(ReminderConfigRepository configs) {
        this.configs = configs;
    }

    @Override
    public String aggregate() {
        return "reminder-config";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<ReminderConfig> rows = configs.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(ReminderConfigChange::changed).toList(), last);
    }
}
