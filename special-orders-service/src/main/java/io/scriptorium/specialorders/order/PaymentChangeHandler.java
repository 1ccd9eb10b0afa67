package io.scriptorium.specialorders.order;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from payments-service what became of installments. */
@ApplicationScoped
class PaymentChangeHandler implements ChangeHandler {
    private final OrderService orders;

    PaymentChangeHandler(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public String topic() {
        return "payments.payment.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.payment.changed", "payments.payment.deleted");
    }

    /** A payment's deletion takes back nothing that it did. */
    @Override
    public void apply(ReceivedChange change) {
        if (change.deleted()) {
            return;
        }
        PaymentState payment = change.state(PaymentState.class);
        UnreadableChange.unless(change.key().equals(payment.id()), "the key is not the payment's id");
        UnreadableChange.unless(payment.kind() != null, "kind is missing");
        if (payment.ofInstallment()) {
            UnreadableChange.unless(
                    payment.amount() != null && payment.status() != null && payment.currency() != null,
                    "amount, currency or status is missing");
            UnreadableChange.unless(payment.namesInstallment(), "the reference is no installment's id");
            orders.hear(payment);
        }
    }
}
