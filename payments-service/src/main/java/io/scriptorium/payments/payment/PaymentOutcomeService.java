package io.scriptorium.payments.payment;

import java.math.BigDecimal;

/**
 * What another feature does when a payment has reached a state: a bean that implements it is found and called, in the
 * transaction that changes the payment and as its website, after the change has been flushed. Both are there or neither
 * is: what it throws undoes the change.
 *
 * <p>The payment's row is locked meanwhile. Take further locks after it and in one order, and ask nobody outside. The
 * caller may be a client, a provider's webhook, a consumer or a scheduled job: do not ask who it is.
 */
public interface PaymentOutcomeService {
    /** It was made, and waits to be paid. */
    default void pending(PaymentView payment) {}

    /** A provider is about to be asked; also again, after a failure. */
    default void processing(PaymentView payment) {}

    /** The money was captured: once for each payment. */
    default void completed(PaymentView payment) {}

    /** No money moved; the client may try again. */
    default void failed(PaymentView payment) {}

    /** It will not be paid: {@link PaymentView#cancellationReason}. */
    default void cancelled(PaymentView payment) {}

    /**
     * Money was given back, once for each refund.
     *
     * @param payment with {@link PaymentView#refundedAmount} as it is after this refund; equal to the amount when all of
     *     it has been given back
     * @param refunded what this refund gave back
     */
    default void refunded(PaymentView payment, BigDecimal refunded) {}
}
