package io.scriptorium.payments.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Follows special orders by the difference between what an order says and what there is of it here: of its changes some
 * may never be seen. A payment that has gone beyond pending is left to finish, whatever becomes of its order; its event
 * tells the order.
 */
@ApplicationScoped
class InstallmentPayments {
    private final PaymentRepository payments;
    private final PaymentLifecycle lifecycle;

    InstallmentPayments(PaymentRepository payments, PaymentLifecycle lifecycle) {
        this.payments = payments;
        this.lifecycle = lifecycle;
    }

    void follow(OrderState order) {
        Map<String, Payment> known = new HashMap<>();
        for (Payment payment : payments.lockedOfOrder(order.id())) {
            known.put(payment.reference, payment);
        }
        for (OrderState.Installment installment : order.installments()) {
            Payment payment = known.remove(installment.id().toString());
            if (payment == null) {
                demandIfDue(order, installment);
            } else if (order.cancelled()) {
                cancel(payment, "order_cancelled");
            } else if (installment.is("void")) {
                cancel(payment, "installment_void");
            } else if (installment.is("paid")) {
                cancel(payment, "paid_otherwise");
            }
        }
        // What the order no longer lists, nobody owes.
        known.values().forEach(payment -> cancel(payment, order.cancelled() ? "order_cancelled" : "installment_void"));
    }

    void orderIsGone(UUID orderId) {
        payments.lockedOfOrder(orderId).forEach(payment -> cancel(payment, "order_cancelled"));
    }

    /** Once for ever: whatever became of an installment's payment, it is known here and not demanded again. */
    private void demandIfDue(OrderState order, OrderState.Installment installment) {
        boolean due = order.isApproved() && !order.cancelled() && installment.is("unpaid");
        if (due && installment.amount().signum() > 0) {
            lifecycle.demand(
                    new PaymentLifecycle.Demand(
                            order.websiteId(),
                            order.clientId(),
                            PaymentKind.INSTALLMENT,
                            installment.id().toString(),
                            order.id(),
                            installment.amount(),
                            order.currency(),
                            installment.dueAt()),
                    Actor.SYSTEM,
                    "installment of order " + order.id());
        }
    }

    private void cancel(Payment payment, String reason) {
        if (payment.status == PaymentStatus.PENDING) {
            lifecycle.cancel(payment, reason, Actor.SYSTEM, reason);
        }
    }
}
