package io.scriptorium.payments.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.owner.test.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderContractTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");
    private final Contract contract = new Contract("reminder");

    @ParameterizedTest
    @EnumSource(ReminderStatus.class)
    void publishesEveryStatusAsTheContractSays(ReminderStatus status) throws Exception {
        Reminder reminder = aReminder();
        switch (status) {
            case SENT -> reminder.sent(NOON);
            case SKIPPED -> reminder.skipped("why", NOON);
            case FAILED -> reminder.failed("why", NOON);
            case PENDING -> assertThat(reminder.isPending()).isTrue();
        }
        contract.fits(ReminderChange.of(reminder));
        assertThat(ReminderChange.of(reminder).notification() != null).isEqualTo(status == ReminderStatus.SENT);
    }

    @ParameterizedTest
    @EnumSource(ReminderOutcome.class)
    void publishesEveryOutcome(ReminderOutcome outcome) throws Exception {
        Reminder reminder = aReminder();
        reminder.became(outcome, NOON);
        contract.fits(ReminderChange.of(reminder));
    }

    @Test
    void publishesDeletionMessages() throws Exception {
        Reminder reminder = aReminder();
        reminder.kind = ReminderKind.DELETION;
        reminder.configId = null;
        reminder.deletionMessageId = UUID.randomUUID();
        contract.fits(ReminderChange.of(reminder));
    }

    @Test
    void publishesNoNotificationOfAMailAlone() {
        Reminder reminder = aReminder();
        reminder.byNotification = false;
        reminder.sent(NOON);
        assertThat(ReminderChange.of(reminder).notification()).isNull();
    }

    private static Reminder aReminder() {
        Reminder reminder = new Reminder();
        reminder.id = UUID.randomUUID();
        reminder.tenant = UUID.randomUUID().toString();
        reminder.paymentId = UUID.randomUUID();
        reminder.clientId = UUID.randomUUID();
        reminder.kind = ReminderKind.REMINDER;
        reminder.configId = UUID.randomUUID();
        reminder.byEmail = true;
        reminder.byNotification = true;
        reminder.title = "Title";
        reminder.text = "Dear {client_name}";
        reminder.status = ReminderStatus.PENDING;
        reminder.outcome = ReminderOutcome.OPEN;
        reminder.createdAt = NOON;
        reminder.updatedAt = NOON;
        return reminder;
    }
}
