package io.scriptorium.writers.account;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Accounts of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class AccountRepository {
    private static final Listing<AccountView> LIST = Listing.of(
                    AccountView.class, """
                    a.id, a.website, a.username, a.email, a.fullName, a.role, a.suspensionReason is not null,
                    a.suspensionReason, a.createdAt, a.updatedAt, a.version
                    """, "Account a", "a.id", AccountView::id)
            .sortedBy(
                    "-created_at",
                    SortKey.instant("created_at", "a.createdAt", AccountView::createdAt),
                    SortKey.text("username", "a.username", AccountView::username));

    private final EntityManager entities;

    AccountRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** Locked until the transaction ends: edits of one account, and so its revisions, follow one another. */
    Account locked(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("account " + id));
    }

    /** The newest first unless asked otherwise; indexes in V004. */
    Page<AccountView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    List<Account> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<Account> query =
                entities.createQuery("from Account where id > :after" + website + " order by id", Account.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(Account account) {
        entities.persist(account);
        flush();
    }

    void remove(Account account) {
        entities.remove(account);
        flush();
    }

    /** Writes now, so that what the database refuses is told in the client's words. */
    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw switch (String.valueOf(refused.getConstraintName())) {
                case "account_username_unique" -> Problem.conflict("username", "is taken on this website");
                case "account_website_exists" -> noSuchWebsite();
                case "writer_profile_of_a_writer" ->
                    Problem.conflict("The account has a writer's profile, so it can neither be deleted nor take another"
                            + " role. Close the profile, and suspend the account.");
                // What refers to an account is history, which nobody loses by a deletion.
                default -> refused.getKind() == ConstraintKind.FOREIGN_KEY ? inUse() : refused;
            };
        }
    }

    private static Problem inUse() {
        return Problem.conflict("Other records refer to the account; suspend it instead of deleting it.");
    }

    /** The same for a website that is not there and one that is not the caller's. */
    static Problem noSuchWebsite() {
        return Problem.invalid("website_id", "must be the id of a website");
    }
}
