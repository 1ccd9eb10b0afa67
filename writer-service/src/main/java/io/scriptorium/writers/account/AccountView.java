package io.scriptorium.writers.account;

import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An account as the API shows it.
 *
 * @param websiteId null for a superadmin
 * @param suspensionReason null unless suspended
 */
public record AccountView(
        UUID id,
        UUID websiteId,
        String username,
        String email,
        String fullName,
        Role role,
        boolean suspended,
        String suspensionReason,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id,
                account.websiteId(),
                account.username,
                account.email,
                account.fullName,
                account.role,
                account.suspended(),
                account.suspensionReason,
                account.createdAt,
                account.updatedAt,
                account.version);
    }
}
