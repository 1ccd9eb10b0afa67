package io.scriptorium.writers.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts, each change with its event in one transaction: if the process dies anywhere in a method, neither is there;
 * once it has committed, both are.
 */
@ApplicationScoped
public class AccountService {
    /** Who may read any account of the website; the others only their own. */
    private static final Set<Role> READERS = Set.of(Role.SUPERADMIN, Role.ADMIN, Role.SUPPORT);

    private final AccountRepository accounts;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    AccountService(AccountRepository accounts, Outbox outbox, MergePatch mergePatch, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AccountView create(CreateAccountRequest request) {
        mayGive(request.role());
        Account account = new Account();
        account.tenant = tenantOf(request);
        account.createdAt = clock.instant();
        account.set(request.fields(), account.createdAt);
        accounts.add(account);
        outbox.append(AccountChange.changed(account));
        publishContact(account, false);
        return AccountView.of(account);
    }

    @Transactional
    AccountView read(UUID id) {
        if (!READERS.contains(caller.role()) && !isCaller(id)) {
            throw Problem.notFound("account " + id);
        }
        return accounts.find(id).map(AccountView::of).orElseThrow(() -> Problem.notFound("account " + id));
    }

    /** For other features: an account that the caller's website has, whoever may read it. */
    @Transactional
    public Optional<AccountView> find(UUID id) {
        return accounts.find(id).map(AccountView::of);
    }

    @Transactional
    Page<AccountView> list(Filters filters, ListParameters parameters) {
        return accounts.list(filters, parameters);
    }

    @Transactional(rollbackOn = Exception.class)
    AccountView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Account account = accounts.locked(id);
        Versions.requireMatch(ifMatch, account.version);
        AccountFields wanted = mergePatch.apply(account.fields(), patch, AccountFields.class);
        mayTurnInto(account, wanted.role());
        boolean wasClient = account.isClient();
        account.set(wanted, clock.instant());
        AccountView updated = published(account);
        publishContact(account, wasClient);
        return updated;
    }

    @Transactional
    AccountView suspend(UUID id, String ifMatch, String reason) {
        Account account = accounts.locked(id);
        Versions.matchIfSent(ifMatch, account.version);
        if (isCaller(id)) {
            throw Problem.conflict("You cannot suspend your own account.");
        }
        if (account.suspended()) {
            throw Problem.conflict("The account is suspended already. Reactivate it first to give another reason.");
        }
        account.suspensionReason = reason;
        account.updatedAt = clock.instant();
        return published(account);
    }

    @Transactional
    AccountView reactivate(UUID id, String ifMatch) {
        Account account = accounts.locked(id);
        Versions.matchIfSent(ifMatch, account.version);
        if (!account.suspended()) {
            throw Problem.conflict("The account is active; only a suspended one can be reactivated.");
        }
        account.suspensionReason = null;
        account.updatedAt = clock.instant();
        return published(account);
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        Account account = accounts.locked(id);
        Versions.matchIfSent(ifMatch, account.version);
        if (isCaller(id)) {
            throw Problem.conflict("You cannot delete your own account.");
        }
        accounts.remove(account);
        outbox.append(AccountChange.deleted(id));
        if (account.isClient()) {
            outbox.append(ContactChange.deleted(id));
        }
    }

    private AccountView published(Account account) {
        accounts.flush();
        outbox.append(AccountChange.changed(account));
        return AccountView.of(account);
    }

    /** Clients alone can be reached; who is none any more is forgotten there. */
    private void publishContact(Account account, boolean wasClient) {
        if (account.isClient()) {
            outbox.append(ContactChange.changed(account));
        } else if (wasClient) {
            outbox.append(ContactChange.deleted(account.id));
        }
    }

    private String tenantOf(CreateAccountRequest request) {
        if (request.role() == Role.SUPERADMIN) {
            if (request.websiteId() != null) {
                throw Problem.invalid("website_id", "must be left out: a superadmin belongs to no website");
            }
            return WebsiteTenant.ALL;
        }
        if (caller.seesAllWebsites()) {
            if (request.websiteId() == null) {
                throw Problem.invalid("website_id", "must not be null");
            }
            return request.websiteId().toString();
        }
        String own = caller.websiteId().orElseThrow();
        if (request.websiteId() != null && !request.websiteId().toString().equals(own)) {
            throw AccountRepository.noSuchWebsite();
        }
        return own;
    }

    private void mayGive(Role role) {
        if (role == Role.SUPERADMIN && !caller.seesAllWebsites()) {
            throw Problem.forbidden("Only a superadmin may make a superadmin.");
        }
    }

    /** An account cannot change websites, so it can neither become a superadmin nor cease to be one. */
    private static void mayTurnInto(Account account, Role role) {
        if ((account.role == Role.SUPERADMIN) != (role == Role.SUPERADMIN)) {
            throw Problem.invalid("role", "cannot change from or to superadmin; create another account");
        }
    }

    private boolean isCaller(UUID id) {
        return id.toString().equals(caller.subject());
    }
}
