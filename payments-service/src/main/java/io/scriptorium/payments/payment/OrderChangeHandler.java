package io.scriptorium.payments.payment;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears of special orders, and of what is due for them. */
@ApplicationScoped
class OrderChangeHandler implements ChangeHandler {
    private final InstallmentPayments installments;

    OrderChangeHandler(InstallmentPayments installments) {
        this.installments = installments;
    }

    @Override
    public String topic() {
        return "special-orders.order.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("special-orders.order.changed", "special-orders.order.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        if (change.deleted()) {
            installments.orderIsGone(change.key());
            return;
        }
        OrderState order = change.state(OrderState.class);
        UnreadableChange.unless(change.key().equals(order.id()), "the key is not the order's id");
        UnreadableChange.unless(
                order.websiteId() != null
                        && order.clientId() != null
                        && order.currency() != null
                        && order.isApproved() != null
                        && order.status() != null
                        && order.installments() != null,
                "a required field is null");
        for (OrderState.Installment installment : order.installments()) {
            UnreadableChange.unless(
                    installment.id() != null && installment.amount() != null && installment.status() != null,
                    "a required field of an installment is null");
        }
        installments.follow(order);
    }
}
