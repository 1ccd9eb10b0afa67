package io.scriptorium.payments.ledger;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the caller's website may read of the ledger: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class LedgerRepository {
    private static final int MAX_DEVIATIONS = 100;

    private static final String ACCOUNT =
            "a.id, a.tenant, a.kind, a.ownerId, a.currency, a.debits, a.credits, a.entries, a.createdAt";

    private static final Listing<LedgerAccountView> ACCOUNTS = Listing.of(
                    LedgerAccountView.class, ACCOUNT, "LedgerAccount a", "a.id", LedgerAccountView::id)
            .sortedBy("-created_at", SortKey.instant("created_at", "a.createdAt", LedgerAccountView::createdAt));

    private static final Listing<LedgerEntryView> ENTRIES = Listing.of(
                    LedgerEntryView.class, """
                    e.id, e.tenant, p.id, p.kind, p.paymentId, e.accountId, e.amount, e.currency, e.createdAt
                    """, "LedgerEntry e join e.posting p", "e.id", LedgerEntryView::id)
            .sortedBy("-created_at", SortKey.instant("created_at", "e.createdAt", LedgerEntryView::createdAt));

    private static final String SUMS = """
            select a.tenant, a.currency, count(*), sum(a.debits), sum(a.credits)
              from LedgerAccount a
             group by a.tenant, a.currency
             order by a.tenant, a.currency
            """;

    private static final String DEVIATIONS = """
            select a.id, a.debits, a.credits, a.entries,
                   coalesce(sum(case when e.amount > 0 then e.amount else 0 end), 0),
                   coalesce(sum(case when e.amount < 0 then -e.amount else 0 end), 0),
                   count(e.id)
              from LedgerAccount a
              left join LedgerEntry e on e.accountId = a.id
             group by a.id, a.debits, a.credits, a.entries
            having a.entries <> count(e.id)
                or a.debits <> coalesce(sum(case when e.amount > 0 then e.amount else 0 end), 0)
                or a.credits <> coalesce(sum(case when e.amount < 0 then -e.amount else 0 end), 0)
             order by a.id
            """;

    private final EntityManager entities;

    LedgerRepository(EntityManager entities) {
        this.entities = entities;
    }

    Page<LedgerAccountView> accounts(Filters filters, ListParameters parameters) {
        return ACCOUNTS.page(entities, filters, parameters);
    }

    Optional<LedgerAccountView> account(UUID id) {
        return entities.createQuery(
                        "select " + ACCOUNT + " from LedgerAccount a where a.id = :id", LedgerAccountView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Page<LedgerEntryView> entries(Filters filters, ListParameters parameters) {
        return ENTRIES.page(entities, filters, parameters);
    }

    /** Reads the accounts, however many entries they have. */
    List<TrialBalanceView.Sum> sums() {
        return entities.createQuery(SUMS, TrialBalanceView.Sum.class).getResultList();
    }

    /** Reads every entry. One statement, so that it sees one moment. */
    List<TrialBalanceView.Deviation> deviations() {
        return entities.createQuery(DEVIATIONS, TrialBalanceView.Deviation.class)
                .setMaxResults(MAX_DEVIATIONS)
                .getResultList();
    }
}
