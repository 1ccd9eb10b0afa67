package io.scriptorium.writers.account;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish again how every client is reached, or those of one website. */
@ApplicationScoped
class ContactChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final AccountRepository accounts;

    ContactChangeSource(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public String aggregate() {
        return "contact";
    }

    /** Pages over all accounts, of which those of clients have a contact. */
    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<Account> rows = accounts.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(
                rows.stream()
                        .filter(Account::isClient)
                        .map(ContactChange::changed)
                        .toList(),
                last);
    }
}
