package io.scriptorium.payments.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.owner.tenant.ActingTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;

/** What providers and staff bring about, each step in a transaction of its own, for tests of what follows from it. */
@ApplicationScoped
public class PaymentSteps {
    @Inject
    PaymentLifecycle lifecycle;

    @Inject
    PaymentRepository payments;

    @Inject
    ActingTenant acting;

    public void process(String website, String id) {
        step(website, id, payment -> lifecycle.process(payment, "simulated", Actor.SYSTEM, "test"));
    }

    public void complete(String website, String id) {
        step(website, id, payment -> lifecycle.complete(payment, "reference"));
    }

    public void fail(String website, String id) {
        step(website, id, payment -> lifecycle.fail(payment, "declined"));
    }

    public void cancel(String website, String id) {
        step(website, id, payment -> lifecycle.cancel(payment, "requested", Actor.SYSTEM, "test"));
    }

    public void refund(String website, String id, String amount) {
        step(website, id, payment -> lifecycle.refund(payment, new BigDecimal(amount), Actor.SYSTEM, "test"));
    }

    public void pay(String website, String id) {
        process(website, id);
        complete(website, id);
    }

    /** A payment for an order, pending. */
    public String anOrdersPayment(String website, String client, String amount) {
        return acting.as(
                website,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> lifecycle
                                .demand(
                                        new PaymentLifecycle.Demand(
                                                UUID.fromString(website),
                                                UUID.fromString(client),
                                                PaymentKind.ORDER,
                                                UUID.randomUUID().toString(),
                                                null,
                                                new BigDecimal(amount),
                                                "USD",
                                                null),
                                        Actor.SYSTEM,
                                        "test")
                                .id
                                .toString()));
    }

    private void step(String website, String id, Consumer<Payment> step) {
        acting.as(
                website,
                () -> QuarkusTransaction.requiringNew().run(() -> step.accept(payments.locked(UUID.fromString(id)))));
    }
}
