package io.scriptorium.writers.account;

import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Accounts of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class AccountRepository {
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

    /** The newest first, which is the order of the ids backwards; index {@code account_website_role}. */
    List<Account> before(UUID id, AccountFilter filter, int rows) {
        StringBuilder hql = new StringBuilder("from Account where true");
        Map<String, Object> values = new HashMap<>();
        if (id != null) {
            hql.append(" and id < :before");
            values.put("before", id);
        }
        filter.websiteId().ifPresent(website -> {
            hql.append(" and tenant = :website");
            values.put("website", website.toString());
        });
        filter.role().ifPresent(role -> {
            hql.append(" and role = :role");
            values.put("role", role);
        });
        filter.suspended()
                .ifPresent(suspended ->
                        hql.append(suspended ? " and suspensionReason is not null" : " and suspensionReason is null"));
        filter.username().ifPresent(text -> {
            hql.append(" and lower(username) like :username escape '!'");
            values.put("username", "%" + literally(text.toLowerCase(Locale.ROOT)) + "%");
        });
        TypedQuery<Account> query =
                entities.createQuery(hql.append(" order by id desc").toString(), Account.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(rows).getResultList();
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
                default -> refused;
            };
        }
    }

    /** The same for a website that is not there and one that is not the caller's. */
    static Problem noSuchWebsite() {
        return Problem.invalid("website_id", "must be the id of a website");
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
