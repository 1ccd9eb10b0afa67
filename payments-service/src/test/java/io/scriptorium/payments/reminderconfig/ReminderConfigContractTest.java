package io.scriptorium.payments.reminderconfig;

import io.scriptorium.owner.test.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderConfigContractTest {
    @Test
    void publishesWhatTheContractSays() throws Exception {
        ReminderConfig config = new ReminderConfig();
        config.id = UUID.randomUUID();
        config.tenant = UUID.randomUUID().toString();
        config.createdAt = Instant.parse("2026-01-31T12:00:00Z");
        config.set(
                new ReminderConfigFields("Halfway", 50, "Subject", "Message", true, false, true, 1),
                Instant.parse("2026-02-01T08:30:00.123456Z"));
        new Contract("reminder-config").fits(ReminderConfigChange.of(config));
    }
}
