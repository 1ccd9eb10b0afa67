package io.scriptorium.writers.account;

import io.scriptorium.owner.test.Contract;
import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactContractTest {
    @Test
    void publishesWhatTheContractSays() throws Exception {
        Account client = new Account();
        client.id = UUID.randomUUID();
        client.tenant = UUID.randomUUID().toString();
        client.set(
                new AccountFields("ada", "ada@mail.example", "Ada King", Role.CLIENT),
                Instant.parse("2026-02-01T08:30:00.123456Z"));
        new Contract("contact").fits(ContactChange.of(client));
    }
}
