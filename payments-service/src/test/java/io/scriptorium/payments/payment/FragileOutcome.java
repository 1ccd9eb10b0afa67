package io.scriptorium.payments.payment;

import io.scriptorium.payments.provider.Failpoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Ends a transaction of a payment before it commits, when a test wants it to. */
@ApplicationScoped
class FragileOutcome implements PaymentOutcomeService {
    @Override
    public void processing(PaymentView payment) {
        Failpoints.reach("before the intent is committed");
    }

    @Override
    public void completed(PaymentView payment) {
        Failpoints.reach("before the outcome is committed");
    }

    @Override
    public void refunded(PaymentView payment, BigDecimal refunded) {
        Failpoints.reach("before the outcome is committed");
    }
}
