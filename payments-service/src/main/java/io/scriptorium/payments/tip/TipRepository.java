package io.scriptorium.payments.tip;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.owner.list.SummarizedPage;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tips of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class TipRepository {
    private static final Listing<TipView> TIPS = Listing.of(TipView.class, """
                    t.id, t.website, t.clientId, t.writerId, t.type, t.reference, t.reason, t.amount, t.currency,
                    t.levelId, t.levelName, t.writerPercentage, t.writerEarning, t.platformProfit, t.paymentId,
                    t.paymentStatus, t.refundedAmount, t.writerEarningRefunded, t.createdAt, t.updatedAt,
                    t.completedAt, t.version
                    """, "Tip t", "t.id", TipView::id)
            .sortedBy(
                    "-created_at",
                    SortKey.instant("created_at", "t.createdAt", TipView::createdAt),
                    SortKey.decimal("amount", "t.amount", TipView::amount));

    private static final Listing.Summary<TipSummaryView.Amounts, TipSummaryView> SUMMARY = new Listing.Summary<>(
            TipSummaryView.Amounts.class, """
            t.currency, count(*), sum(t.amount), sum(t.writerEarning), sum(t.platformProfit), sum(t.refundedAmount),
            sum(t.writerEarningRefunded)
            """, "t.currency", TipSummaryView::of, TipSummaryView::count);

    /** Nothing else may be selected or sorted by here: an order by amount tells amounts. */
    private static final Listing<EarnedTipView> EARNED = Listing.of(
                    EarnedTipView.class, """
                    t.id, t.website, t.writerId, t.type, t.reference, t.reason, t.writerEarning,
                    t.writerEarningRefunded, t.currency, t.paymentStatus, t.createdAt, t.completedAt, t.version
                    """, "Tip t", "t.id", EarnedTipView::id)
            .sortedBy("-created_at", SortKey.instant("created_at", "t.createdAt", EarnedTipView::createdAt));

    private static final Listing.Summary<EarnedTipSummaryView.Amounts, EarnedTipSummaryView> EARNED_SUMMARY =
            new Listing.Summary<>(
                    EarnedTipSummaryView.Amounts.class,
                    "t.currency, count(*), sum(t.writerEarning), sum(t.writerEarningRefunded)",
                    "t.currency",
                    EarnedTipSummaryView::of,
                    EarnedTipSummaryView::count);

    private final EntityManager entities;

    TipRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Tip> find(UUID id) {
        return Optional.ofNullable(entities.find(Tip.class, id));
    }

    /** Locked until the transaction ends: changes of one tip, and so its revisions, follow one another. */
    Tip locked(UUID id) {
        return Optional.ofNullable(entities.find(Tip.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("a payment names the tip " + id + ", which is not there"));
    }

    /** The newest first unless asked otherwise; indexes in V025. */
    SummarizedPage<TipView, TipSummaryView> list(Filters filters, ListParameters parameters, boolean summarized) {
        return summarized
                ? TIPS.page(entities, filters, parameters, SUMMARY)
                : SummarizedPage.of(TIPS.page(entities, filters, parameters), null);
    }

    /** As {@link #list}, of what a writer may see. */
    SummarizedPage<EarnedTipView, EarnedTipSummaryView> listEarned(
            Filters filters, ListParameters parameters, boolean summarized) {
        return summarized
                ? EARNED.page(entities, filters, parameters, EARNED_SUMMARY)
                : SummarizedPage.of(EARNED.page(entities, filters, parameters), null);
    }

    List<Tip> lockedAfter(UUID id, String tenant, int rows) {
        String website = tenant == null ? "" : " and tenant = :tenant";
        TypedQuery<Tip> query =
                entities.createQuery("from Tip where id > :after" + website + " order by id", Tip.class);
        if (tenant != null) {
            query.setParameter("tenant", tenant);
        }
        return query.setParameter("after", id)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(Tip tip) {
        entities.persist(tip);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    static Problem notFound(UUID id) {
        return Problem.notFound("tip " + id);
    }
}
