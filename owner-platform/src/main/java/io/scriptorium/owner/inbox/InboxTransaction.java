package io.scriptorium.owner.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.owner.tenant.ActingTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One transaction of one tenant, in which changes are applied and held to have been. */
@ApplicationScoped
class InboxTransaction {
    private final ActingTenant acting;
    private final InboxRevisions revisions;
    private final EntityManager entities;

    InboxTransaction(ActingTenant acting, InboxRevisions revisions, EntityManager entities) {
        this.acting = acting;
        this.revisions = revisions;
        this.entities = entities;
    }

    /**
     * Commits all of them, or throws and has applied none.
     *
     * @param also what else is done in the same transaction
     * @return how many were newer than what was there
     */
    int apply(String tenant, Collection<Arrival> arrivals, Runnable also) {
        return acting.as(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    Map<ChangeHandler, List<ReceivedChange>> applied = new LinkedHashMap<>();
                    for (Arrival arrival : arrivals) {
                        if (revisions.advance(arrival.change())) {
                            arrival.handler().apply(arrival.change());
                            applied.computeIfAbsent(arrival.handler(), none -> new ArrayList<>())
                                    .add(arrival.change());
                        }
                    }
                    applied.forEach(ChangeHandler::finish);
                    also.run();
                    // Now rather than at the commit, so that a refusal is told from a commit that failed.
                    entities.flush();
                    return applied.values().stream().mapToInt(List::size).sum();
                }));
    }
}
