package io.scriptorium.payments.reminder;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every reminder again, or those of one website. */
@ApplicationScoped
class ReminderChangeSource implements ChangeSource {
    private final ReminderRepository reminders;

    ReminderChangeSource(ReminderRepository reminders) {
        this.reminders = reminders;
    }

    @Override
    public String aggregate() {
        return "reminder";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? ReminderPlanService.BEFORE_ALL : UUID.fromString(afterId);
        List<Reminder> rows = reminders.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(ReminderChange::changed).toList(), last);
    }
}
