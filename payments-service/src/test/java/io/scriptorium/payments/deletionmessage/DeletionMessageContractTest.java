package io.scriptorium.payments.deletionmessage;

import io.scriptorium.owner.test.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeletionMessageContractTest {
    @Test
    void publishesWhatTheContractSays() throws Exception {
        DeletionMessage message = new DeletionMessage();
        message.id = UUID.randomUUID();
        message.tenant = UUID.randomUUID().toString();
        message.createdAt = Instant.parse("2026-01-31T12:00:00Z");
        message.set(
                new DeletionMessageFields("Expired", "Subject", "Message", true, false, true),
                Instant.parse("2026-02-01T08:30:00.123456Z"));
        new Contract("deletion-message").fits(DeletionMessageChange.of(message));
    }
}
