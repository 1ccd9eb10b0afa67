package io.scriptorium.payments.payment;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.owner.tenant.ActingTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Brings payments from state to state, for other features' tests: each step a transaction of its own. */
@ApplicationScoped
@Unremovable
public class StepwisePayments {
    private final PaymentLifecycle lifecycle;
    private final PaymentRepository payments;
    private final PaymentService service;
    private final ActingTenant acting;

    StepwisePayments(
            PaymentLifecycle lifecycle, PaymentRepository payments, PaymentService service, ActingTenant acting) {
        this.lifecycle = lifecycle;
        this.payments = payments;
        this.service = service;
        this.acting = acting;
    }

    /** @param dueAt to the microsecond, as it is kept; null when it is due at no particular time */
    public PaymentView demand(UUID website, UUID client, String amount, Instant dueAt) {
        return as(
                website,
                () -> PaymentView.of(lifecycle.demand(
                        new PaymentLifecycle.Demand(
                                website,
                                client,
                                PaymentKind.ORDER,
                                UUID.randomUUID().toString(),
                                null,
                                new BigDecimal(amount),
                                "USD",
                                dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS)),
                        Actor.SYSTEM,
                        "test")));
    }

    public void process(PaymentView payment) {
        as(payment.websiteId(), () -> {
            lifecycle.process(payments.locked(payment.id()), "simulated", Actor.SYSTEM, "test");
            return null;
        });
    }

    public void complete(PaymentView payment) {
        as(payment.websiteId(), () -> {
            lifecycle.complete(payments.locked(payment.id()), UUID.randomUUID().toString());
            return null;
        });
    }

    public boolean cancel(PaymentView payment, String reason) {
        return as(payment.websiteId(), () -> service.cancelIfPending(payment.id(), reason));
    }

    public PaymentView read(PaymentView payment) {
        return as(payment.websiteId(), () -> service.find(payment.id()).orElseThrow());
    }

    private <T> T as(UUID website, java.util.function.Supplier<T> work) {
        return acting.as(
                website.toString(), () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
