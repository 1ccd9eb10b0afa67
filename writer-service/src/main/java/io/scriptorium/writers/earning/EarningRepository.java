package io.scriptorium.writers.earning;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Earnings of the caller's website: the tenant filter stands in every query here, unseen. */
@ApplicationScoped
class EarningRepository {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final Listing<EarningRowView> LIST = Listing.of(
                    EarningRowView.class, """
                    e.id, e.tenant, e.writerId, e.period.periodStart, e.period.periodEnd, e.totalEarnings, e.tips,
                    e.ordersCompleted
                    """, "Earning e", "e.id", EarningRowView::id)
            .sortedBy(
                    "-period_end",
                    SortKey.date("period_end", "e.period.periodEnd", EarningRowView::periodEnd),
                    SortKey.decimal("total_earnings", "e.totalEarnings", EarningRowView::totalEarnings));

    private final EntityManager entities;

    EarningRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Earning> find(UUID id) {
        return Optional.ofNullable(entities.find(Earning.class, id));
    }

    /** The last periods first unless asked otherwise; indexes in V023. */
    Page<EarningRowView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    Optional<EarningSource> source(SourceId id) {
        return Optional.ofNullable(entities.find(EarningSource.class, id));
    }

    EarningSource addSource(SourceId id, String tenant) {
        EarningSource source = new EarningSource();
        source.id = id;
        source.tenant = tenant;
        source.become(Contribution.NONE);
        entities.persist(source);
        return source;
    }

    /** A profile that was made before the writer's lock was had may have counted it meanwhile. */
    void readAgainIfWaiting(EarningSource source) {
        if (!source.counted) {
            entities.flush();
            entities.refresh(source);
        }
    }

    void remove(EarningSource source) {
        entities.remove(source);
    }

    List<EarningSource> waiting(UUID writer, String tenant) {
        return entities.createQuery(
                        "from EarningSource where writerId = :writer and tenant = :tenant and not counted"
                                + " order by id.kind, id.sourceId",
                        EarningSource.class)
                .setParameter("writer", writer)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** The writer's lock is held, so nobody else makes the row meanwhile. */
    Earning ofPeriod(Differences.PeriodOf wanted, Instant now) {
        return entities.createQuery("""
                        from Earning
                         where tenant = :tenant and writerId = :writer
                           and period.periodStart = :start and period.periodEnd = :end
                        """, Earning.class)
                .setParameter("tenant", wanted.tenant())
                .setParameter("writer", wanted.writerId())
                .setParameter("start", wanted.period().periodStart())
                .setParameter("end", wanted.period().periodEnd())
                .getResultStream()
                .findFirst()
                .orElseGet(() -> add(wanted, now));
    }

    private Earning add(Differences.PeriodOf wanted, Instant now) {
        Earning earning = new Earning();
        earning.tenant = wanted.tenant();
        earning.writerId = wanted.writerId();
        earning.period = wanted.period();
        earning.totalEarnings = NOTHING;
        earning.tips = NOTHING;
        earning.createdAt = now;
        earning.updatedAt = now;
        entities.persist(earning);
        return earning;
    }
}
