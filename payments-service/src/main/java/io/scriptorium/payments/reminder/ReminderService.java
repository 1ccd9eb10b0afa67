package io.scriptorium.payments.reminder;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What was sent to whom: staff see the website's, a client the own. */
@ApplicationScoped
public class ReminderService {
    private final ReminderRepository reminders;
    private final Caller caller;

    ReminderService(ReminderRepository reminders, Caller caller) {
        this.reminders = reminders;
        this.caller = caller;
    }

    @Transactional
    Page<ReminderView> list(Filters filters, ListParameters parameters) {
        if (caller.role() == Role.CLIENT) {
            filters.equal("r.clientId", Optional.of(caller.accountId()));
        }
        return reminders.list(filters, parameters);
    }

    @Transactional
    ReminderView read(UUID id) {
        return reminders
                .view(id)
                .filter(reminder ->
                        caller.role() != Role.CLIENT || reminder.clientId().equals(caller.accountId()))
                .orElseThrow(() -> Problem.notFound("reminder " + id));
    }
}
