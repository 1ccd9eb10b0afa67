package io.scriptorium.payments.payment;

import io.quarkus.scheduler.Scheduled;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Asks providers what came of the attempts that nobody has closed: a call that timed out, a process that died, a webhook
 * that never came. For ever, since an outcome that is not known is no failure. In every replica; each takes its own.
 */
@ApplicationScoped
class PaymentReconciler {
    private static final Logger LOG = Logger.getLogger(PaymentReconciler.class);
    private static final int BATCH = 20;

    private final PaymentAttempts attempts;
    private final ActingTenant acting;

    PaymentReconciler(PaymentAttempts attempts, ActingTenant acting) {
        this.attempts = attempts;
        this.acting = acting;
    }

    @Scheduled(every = "{payments.reconciler.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        List<UUID> batch;
        do {
            batch = acting.as(WebsiteTenant.ALL, () -> attempts.claimDue(BATCH));
            batch.forEach(this::reconcile);
        } while (batch.size() == BATCH);
    }

    /** One that fails waits for its next turn, and holds up none of the others. */
    private void reconcile(UUID attempt) {
        try {
            acting.as(WebsiteTenant.ALL, () -> attempts.ask(attempt));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "What came of attempt %s could not be found out; it is tried again", attempt);
        }
    }
}
