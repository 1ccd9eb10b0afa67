package io.scriptorium.payments.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** For whoever changes what reminders are planned by. */
@ApplicationScoped
public class ReminderPlanService {
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entities;

    ReminderPlanService(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Has all schedules of the website planned anew once this transaction has committed. Call it before the configs are
     * changed: it waits for those who plan by the old ones, and keeps others from it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void outdated(UUID website) {
        entities.createQuery("""
                        insert into ReminderPlan (websiteId, outdatedAfter) values (:website, :beforeAll)
                        on conflict (websiteId) do update set outdatedAfter = :beforeAll
                        """)
                .setParameter("website", website)
                .setParameter("beforeAll", BEFORE_ALL)
                .executeUpdate();
    }
}
