package io.scriptorium.payments.payment;

import io.quarkus.arc.All;
import io.scriptorium.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The only place where a payment changes its state. Each step is, in the transaction that is under way and under the
 * payment's row lock: the new state, its entry in the history, what other features do about it, and the event.
 */
@ApplicationScoped
class PaymentLifecycle {
    private final PaymentRepository payments;
    private final List<PaymentOutcomeService> outcomes;
    private final Outbox outbox;
    private final Clock clock;

    PaymentLifecycle(
            PaymentRepository payments, @All List<PaymentOutcomeService> outcomes, Outbox outbox, Clock clock) {
        this.payments = payments;
        this.outcomes = outcomes;
        this.outbox = outbox;
        this.clock = clock;
    }

    Payment demand(Demand demand, Actor actor, String reason) {
        Payment payment = new Payment();
        payment.tenant = demand.websiteId().toString();
        payment.clientId = demand.clientId();
        payment.kind = demand.kind();
        payment.reference = demand.reference();
        payment.orderId = demand.orderId();
        payment.amount = PaymentRepository.money(demand.amount());
        payment.currency = demand.currency();
        payment.status = PaymentStatus.PENDING;
        payment.dueAt = demand.dueAt();
        payment.refundedAmount = PaymentRepository.money(BigDecimal.ZERO);
        payment.createdAt = clock.instant();
        payment.updatedAt = payment.createdAt;
        payments.add(payment);
        record(payment, null, actor, reason, null, outcome -> outcome.pending(PaymentView.of(payment)));
        return payment;
    }

    void process(Payment payment, String provider, Actor actor, String reason) {
        PaymentStatus from = payment.status;
        payment.become(PaymentStatus.PROCESSING, clock.instant());
        payment.provider = provider;
        payment.failureReason = null;
        record(payment, from, actor, reason, null, outcome -> outcome.processing(PaymentView.of(payment)));
    }

    void complete(Payment payment, String providerReference) {
        Instant now = clock.instant();
        PaymentStatus from = payment.status;
        payment.become(PaymentStatus.COMPLETED, now);
        payment.completedAt = now;
        payment.providerReference = providerReference;
        record(payment, from, Actor.PROVIDER, "captured", null, outcome -> outcome.completed(PaymentView.of(payment)));
    }

    void fail(Payment payment, String reason) {
        PaymentStatus from = payment.status;
        payment.become(PaymentStatus.FAILED, clock.instant());
        payment.failureReason = reason;
        record(payment, from, Actor.PROVIDER, reason, null, outcome -> outcome.failed(PaymentView.of(payment)));
    }

    /** @param word for events; {@code why} is for those who read the history */
    void cancel(Payment payment, String word, Actor actor, String why) {
        PaymentStatus from = payment.status;
        payment.become(PaymentStatus.CANCELLED, clock.instant());
        payment.cancellationReason = word;
        record(payment, from, actor, why, null, outcome -> outcome.cancelled(PaymentView.of(payment)));
    }

    void refund(Payment payment, BigDecimal amount, Actor actor, String reason) {
        PaymentStatus from = payment.status;
        BigDecimal refunded = payment.refundedAmount.add(amount);
        payment.become(
                refunded.compareTo(payment.amount) == 0 ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED,
                clock.instant());
        payment.refundedAmount = refunded;
        record(payment, from, actor, reason, amount, outcome -> outcome.refunded(PaymentView.of(payment), amount));
    }

    /** Something that changed nothing and yet belongs to the history, such as a refund that failed. */
    void note(Payment payment, Actor actor, String reason) {
        payments.add(PaymentTransition.noted(payment, clock.instant(), actor, reason));
    }

    private void record(
            Payment payment,
            PaymentStatus from,
            Actor actor,
            String reason,
            BigDecimal amount,
            Consumer<PaymentOutcomeService> told) {
        payments.add(PaymentTransition.of(payment, from, actor, reason, amount));
        payments.flush();
        outcomes.forEach(told);
        outbox.append(PaymentChange.changed(
                payment, payments.refundsOf(List.of(payment)).getOrDefault(payment.id, List.of())));
    }

    /** @param orderId the special order that an installment is of; null for other kinds */
    record Demand(
            UUID websiteId,
            UUID clientId,
            PaymentKind kind,
            String reference,
            UUID orderId,
            BigDecimal amount,
            String currency,
            Instant dueAt) {}
}
