package io.scriptorium.payments.reminder;

import io.scriptorium.outbox.Outbox;
import io.scriptorium.payments.payment.PaymentOutcomeService;
import io.scriptorium.payments.payment.PaymentView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What a payment's changes mean for its reminders, in the transaction that changes the payment. */
@ApplicationScoped
class PaymentReminders implements PaymentOutcomeService {
    static final String EXPIRED = "expired";

    private final ReminderRepository reminders;
    private final Outbox outbox;
    private final Clock clock;

    PaymentReminders(ReminderRepository reminders, Outbox outbox, Clock clock) {
        this.reminders = reminders;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void pending(PaymentView payment) {
        if (payment.dueAt() != null) {
            reminders.add(ReminderSchedule.of(payment));
            reminders.flush();
        }
    }

    /** Somebody pays it just now: it is neither reminded of nor expired. */
    @Override
    public void processing(PaymentView payment) {
        reminders.removeSchedule(payment.id());
    }

    @Override
    public void completed(PaymentView payment) {
        became(payment, ReminderOutcome.PAID);
    }

    @Override
    public void cancelled(PaymentView payment) {
        reminders.removeSchedule(payment.id());
        if (EXPIRED.equals(payment.cancellationReason())) {
            became(payment, ReminderOutcome.EXPIRED);
        }
    }

    private void became(PaymentView payment, ReminderOutcome outcome) {
        List<Reminder> open = reminders.lockedOpenOf(payment.id());
        open.forEach(reminder -> reminder.became(outcome, clock.instant()));
        reminders.flush();
        open.forEach(reminder -> outbox.append(ReminderChange.changed(reminder)));
    }
}
