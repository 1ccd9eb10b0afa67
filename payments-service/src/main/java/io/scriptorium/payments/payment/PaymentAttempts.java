package io.scriptorium.payments.payment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.payments.provider.ProviderAnswerView;
import io.scriptorium.payments.provider.ProviderEventView;
import io.scriptorium.payments.provider.ProviderService;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Charges and refunds: first the intent is committed, then the provider is asked, without a transaction, then what it
 * said is committed. Dies the process
 *
 * <ul>
 *   <li>before the intent is committed: nothing was, and the provider knows of nothing;
 *   <li>after it, before or while the provider is asked, or before its answer is committed: the attempt is open and the
 *       payment processing. Whoever comes first closes it: the same request again, the webhook, or the reconciler. Each
 *       asks with the attempt's id, by which the provider charges once;
 *   <li>afterwards: all is there.
 * </ul>
 *
 * Whoever comes second finds the attempt closed, under the payment's row lock, and does nothing (ADR 018).
 */
@ApplicationScoped
class PaymentAttempts {
    private static final Logger LOG = Logger.getLogger(PaymentAttempts.class);
    private static final int MOST_REFUNDS = 100;

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final PaymentLifecycle lifecycle;
    private final ProviderService providers;
    private final Caller caller;
    private final Clock clock;
    private final Duration firstCheckAfter;
    private final Counter contradictions;

    PaymentAttempts(
            PaymentRepository payments,
            AttemptRepository attempts,
            PaymentLifecycle lifecycle,
            ProviderService providers,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "payments.reconciler.first-after") Duration firstCheckAfter,
            MeterRegistry metrics) {
        this.payments = payments;
        this.attempts = attempts;
        this.lifecycle = lifecycle;
        this.providers = providers;
        this.caller = caller;
        this.clock = clock;
        this.firstCheckAfter = firstCheckAfter;
        this.contradictions = Counter.builder("payments.contradictions")
                .description("Providers said of a closed attempt what it was not closed with: somebody must look")
                .register(metrics);
    }

    /** In the transaction that is under way. */
    UUID intendCharge(UUID paymentId, String ifMatch, PayRequest request) {
        Payment payment = payments.locked(paymentId);
        if (caller.role() != Role.CLIENT || !payment.clientId.equals(caller.accountId())) {
            throw PaymentRepository.notFound(paymentId);
        }
        Versions.matchIfSent(ifMatch, payment.version);
        payment.mayBecome(PaymentStatus.PROCESSING);
        String provider = providers.current();
        PaymentAttempt charge = attempt(payment, PaymentAttempt.CHARGE, provider, payment.amount, "paid by the client");
        charge.token = request.token();
        attempts.add(charge);
        lifecycle.process(payment, provider, Actor.account(caller.accountId()), "attempt " + charge.id);
        return charge.id;
    }

    /** In the transaction that is under way. */
    UUID intendRefund(UUID paymentId, String ifMatch, RefundPaymentRequest request) {
        Payment payment = payments.locked(paymentId);
        Versions.matchIfSent(ifMatch, payment.version);
        payment.mayBecome(PaymentStatus.REFUNDED);
        List<PaymentAttempt> refunds = attempts.refundsOf(paymentId);
        BigDecimal open = refunds.stream()
                .filter(PaymentAttempt::isOpen)
                .map(refund -> refund.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = payment.amount.subtract(payment.refundedAmount).subtract(open);
        if (request.amount().compareTo(left) > 0) {
            throw Problem.invalid("amount", "must be at most what is left to refund: " + left.toPlainString());
        }
        if (refunds.size() >= MOST_REFUNDS) {
            throw Problem.conflict("A payment is refunded in " + MOST_REFUNDS + " parts at most.");
        }
        PaymentAttempt charge = attempts.captureOf(paymentId);
        PaymentAttempt refund = attempt(
                payment,
                PaymentAttempt.REFUND,
                charge.provider,
                PaymentRepository.money(request.amount()),
                request.reason());
        refund.chargeId = charge.id;
        attempts.add(refund);
        return refund.id;
    }

    /** Asks the provider what came of an open attempt, and keeps it; of a closed one, nobody is asked. */
    void ask(UUID attemptId) {
        Optional<Question> question = QuarkusTransaction.requiringNew().call(() -> questionOf(attemptId));
        question.ifPresent(asked -> {
            ProviderAnswerView answer = asked.ask(providers);
            QuarkusTransaction.requiringNew().run(() -> settle(attemptId, answer));
        });
    }

    /**
     * What a provider tells of itself, in the transaction that is under way. An event of other money than was asked for
     * settles nothing: somebody must look.
     *
     * @return false when there is no such attempt
     */
    boolean settle(ProviderEventView event) {
        Optional<UUID> paymentId = attempts.paymentOf(event.key());
        paymentId.ifPresent(id -> {
            Payment payment = payments.locked(id);
            PaymentAttempt attempt = attempts.find(event.key()).orElseThrow();
            if (event.isOf(attempt.amount, payment.currency)) {
                settle(payment, attempt, event.answer());
            } else {
                contradictions.increment();
                LOG.errorf(
                        "%s tells of the %s %s another amount or currency than was asked for; it is not settled by that",
                        attempt.provider, attempt.kind, attempt.id);
            }
        });
        return paymentId.isPresent();
    }

    private void settle(UUID attemptId, ProviderAnswerView answer) {
        // The payment first: under its lock nobody else closes the attempt.
        Payment payment = payments.locked(attempts.paymentOf(attemptId).orElseThrow());
        settle(payment, attempts.find(attemptId).orElseThrow(), answer);
    }

    private void settle(Payment payment, PaymentAttempt attempt, ProviderAnswerView answer) {
        if (!answer.succeeded() && !answer.failed()) {
            return;
        }
        AttemptStatus outcome = answer.succeeded() ? AttemptStatus.SUCCEEDED : AttemptStatus.FAILED;
        if (!attempt.isOpen()) {
            if (attempt.status != outcome) {
                contradictions.increment();
                LOG.errorf(
                        "%s says that the %s %s has %s; it was closed as %s",
                        attempt.provider, attempt.kind, attempt.id, outcome.wireName(), attempt.status.wireName());
            }
            return;
        }
        attempt.close(outcome, answer.reference(), answer.failureReason(), clock.instant());
        if (attempt.isCharge()) {
            if (answer.succeeded()) {
                lifecycle.complete(payment, answer.reference());
            } else {
                lifecycle.fail(payment, answer.failureReason());
            }
        } else if (answer.succeeded()) {
            lifecycle.refund(payment, attempt.amount, Actor.account(attempt.requestedBy), attempt.reason);
        } else {
            lifecycle.note(
                    payment, Actor.PROVIDER, "refund of " + attempt.amount + " failed: " + answer.failureReason());
        }
    }

    /** Claims what is due, so that no other replica asks meanwhile; one that dies leaves it to the next round. */
    List<UUID> claimDue(int rows) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            List<PaymentAttempt> due = attempts.due(now, rows);
            due.forEach(attempt -> {
                attempt.checks++;
                attempt.nextCheckAt = now.plus(ReconcilerPause.after(attempt.checks, firstCheckAfter));
            });
            return due.stream().map(attempt -> attempt.id).toList();
        });
    }

    private PaymentAttempt attempt(Payment payment, String kind, String provider, BigDecimal amount, String reason) {
        PaymentAttempt attempt = new PaymentAttempt();
        attempt.tenant = payment.tenant;
        attempt.paymentId = payment.id;
        attempt.kind = kind;
        attempt.provider = provider;
        attempt.amount = amount;
        attempt.status = AttemptStatus.OPEN;
        attempt.requestedBy = caller.accountId();
        attempt.reason = reason;
        attempt.createdAt = clock.instant();
        attempt.nextCheckAt = attempt.createdAt.plus(firstCheckAfter);
        return attempt;
    }

    private Optional<Question> questionOf(UUID attemptId) {
        return attempts.find(attemptId)
                .filter(PaymentAttempt::isOpen)
                .flatMap(attempt -> payments.find(attempt.paymentId).map(payment -> Question.of(attempt, payment)));
    }

    /** What to ask, without the entities that it is read from. */
    private record Question(
            UUID key,
            boolean charge,
            String provider,
            UUID chargeKey,
            BigDecimal amount,
            String currency,
            String token) {
        static Question of(PaymentAttempt attempt, Payment payment) {
            return new Question(
                    attempt.id,
                    attempt.isCharge(),
                    attempt.provider,
                    attempt.chargeId,
                    attempt.amount,
                    payment.currency,
                    attempt.token);
        }

        ProviderAnswerView ask(ProviderService providers) {
            return charge
                    ? providers.charge(provider, key, amount, currency, token)
                    : providers.refund(provider, key, chargeKey, amount, currency);
        }
    }
}
