package io.scriptorium.specialorders.order;

import io.scriptorium.owner.inbox.UnreadableChange;

/**
 * The difference between what is kept of an installment's payment and what was heard of it now. Each of its facts (paid,
 * refunded, cancelled) is acted on once; of a payment that was paid and refunded meanwhile both are, so that the outcome
 * is the same whether all of its states came or the last alone.
 */
record InstallmentPayment(SpecialOrder order, Installment installment, PaymentState payment, Actor actor) {
    void apply() {
        UnreadableChange.unless(
                installment.paymentId == null || installment.paymentId.equals(payment.id()),
                "the installment has another payment");
        UnreadableChange.unless(
                installment.amount.compareTo(payment.amount()) == 0 && installment.currency.equals(payment.currency()),
                "the amount is not the installment's");
        installment.paymentId = payment.id();
        if (payment.wasPaid() && !installment.paymentPaid) {
            installment.paymentPaid = true;
            paid();
        }
        if (payment.refunded() && !installment.paymentRefunded) {
            installment.paymentRefunded = true;
            refunded();
        }
        if (payment.cancelled() && !installment.paymentCancelled) {
            installment.paymentCancelled = true;
            cancelled();
        }
    }

    private void paid() {
        if (installment.is(InstallmentStatus.UNPAID)) {
            installment.pay(PaidBy.PAYMENT, payment.completedAt());
            order.record(
                    actor,
                    HistoryAction.INSTALLMENT_PAID,
                    "Payment %s paid %s".formatted(payment.id(), installment),
                    null);
            order.startIfDepositPaid(actor);
            return;
        }
        order.record(
                actor,
                HistoryAction.REFUND_DUE,
                "Payment %s paid %s, which is %s already"
                        .formatted(payment.id(), installment, installment.status.wireName),
                null);
    }

    private void refunded() {
        if (installment.is(InstallmentStatus.PAID) && installment.paidBy == PaidBy.PAYMENT) {
            boolean asked = order.status != OrderStatus.CANCELLED;
            installment.unpay(asked ? InstallmentStatus.UNPAID : InstallmentStatus.VOID);
            order.record(
                    actor,
                    HistoryAction.INSTALLMENT_REOPENED,
                    "Payment %s was refunded: %s is %s"
                            .formatted(payment.id(), installment, installment.status.wireName),
                    null);
            return;
        }
        order.record(
                actor,
                HistoryAction.PAYMENT_REFUNDED,
                "Payment %s for %s was refunded".formatted(payment.id(), installment),
                null);
    }

    /** Of an installment that is void or paid otherwise, its payment's end is no news. */
    private void cancelled() {
        installment.paymentExpired = payment.expired();
        if (!installment.is(InstallmentStatus.UNPAID)) {
            return;
        }
        if (!payment.expired()) {
            order.record(
                    actor,
                    HistoryAction.PAYMENT_CANCELLED,
                    "Payment %s for %s was cancelled".formatted(payment.id(), installment),
                    null);
            return;
        }
        order.record(
                actor,
                HistoryAction.PAYMENT_EXPIRED,
                "Payment %s for %s expired".formatted(payment.id(), installment),
                null);
        if (order.status == OrderStatus.AWAITING_APPROVAL && installment.kind == InstallmentKind.DEPOSIT) {
            order.cancel("The payment of the deposit expired", actor);
        } else {
            order.holdIfPaymentExpired(actor);
        }
    }
}
