package io.scriptorium.writers.account;

import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountContractTest {
    private final Contract contract = new Contract("account");

    @ParameterizedTest
    @EnumSource(Role.class)
    void publishesWhatTheContractSays(Role role) throws Exception {
        Account account = new Account();
        account.id = UUID.randomUUID();
        account.tenant =
                role == Role.SUPERADMIN ? WebsiteTenant.ALL : UUID.randomUUID().toString();
        account.createdAt = Instant.parse("2026-01-31T12:00:00Z");
        account.suspensionReason = "Unpaid";
        account.set(
                new AccountFields("ada", "ada@mail.example", "Ada", role),
                Instant.parse("2026-02-01T08:30:00.123456Z"));
        contract.fits(AccountChange.of(account));
    }

    @Test
    void givesASampleThatFits() throws Exception {
        contract.fits(contract.sample());
    }
}
