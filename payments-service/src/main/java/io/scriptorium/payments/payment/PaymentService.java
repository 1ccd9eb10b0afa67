package io.scriptorium.payments.payment;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.payments.website.WebsiteService;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Payments, each change with its history and its event in one transaction: if the process dies anywhere in a method, none
 * of them is there; once it has committed, all are.
 */
@ApplicationScoped
public class PaymentService {
    /** What a person can mean, and the database hold. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final PaymentRepository payments;
    private final PaymentLifecycle lifecycle;
    private final PaymentAttempts attempts;
    private final AttemptRepository attempted;
    private final WebsiteService websites;
    private final Caller caller;

    PaymentService(
            PaymentRepository payments,
            PaymentLifecycle lifecycle,
            PaymentAttempts attempts,
            AttemptRepository attempted,
            WebsiteService websites,
            Caller caller) {
        this.payments = payments;
        this.lifecycle = lifecycle;
        this.attempts = attempts;
        this.attempted = attempted;
        this.websites = websites;
        this.caller = caller;
    }

    /** For tips: demands one from who gives it, in the transaction that makes the tip. It is due at no time. */
    @Transactional
    public PaymentView demandForTip(UUID websiteId, UUID tipId, UUID clientId, BigDecimal amount, String currency) {
        return PaymentView.of(lifecycle.demand(
                new PaymentLifecycle.Demand(
                        websiteId, clientId, PaymentKind.TIP, tipId.toString(), null, amount, currency, null),
                Actor.account(clientId),
                "tip"));
    }

    /** For other features: a payment of the website that the work is done for, whoever may read it. */
    @Transactional
    public Optional<PaymentView> find(UUID id) {
        return payments.find(id).map(PaymentView::of);
    }

    /** For other features: that of a tip. */
    @Transactional
    public Optional<PaymentView> findForTip(UUID tipId) {
        return payments.find(PaymentKind.TIP, tipId.toString()).map(PaymentView::of);
    }

    /**
     * For other features: nobody needs to pay it any more. One that is no longer pending stays as it is: whoever pays at
     * that moment has paid.
     *
     * @param reason for events: a word such as {@code expired}
     * @return whether it is cancelled now by this call
     */
    @Transactional
    public boolean cancelIfPending(UUID id, String reason) {
        Optional<Payment> pending =
                payments.lockedIfThere(id).filter(payment -> payment.status == PaymentStatus.PENDING);
        pending.ifPresent(payment -> lifecycle.cancel(payment, reason, Actor.SYSTEM, reason));
        return pending.isPresent();
    }

    @Transactional
    PaymentView create(CreatePaymentRequest request) {
        if (request.kind() != PaymentKind.ORDER) {
            throw Problem.invalid("kind", "must be order; installments and tips make their payments themselves");
        }
        if (request.dueAt() != null
                && (request.dueAt().isBefore(EARLIEST) || !request.dueAt().isBefore(LATEST))) {
            throw Problem.invalid("due_at", "must be of the years 1970 to 2999");
        }
        UUID website = websiteOf(request);
        requireCurrency(website, request.currency());
        return PaymentView.of(lifecycle.demand(
                new PaymentLifecycle.Demand(
                        website,
                        clientOf(request),
                        PaymentKind.ORDER,
                        request.reference(),
                        null,
                        request.amount(),
                        request.currency(),
                        request.dueAt()),
                Actor.account(caller.accountId()),
                "order"));
    }

    private UUID websiteOf(CreatePaymentRequest request) {
        if (caller.seesAllWebsites()) {
            if (request.websiteId() == null) {
                throw Problem.invalid("website_id", "must not be null");
            }
            return request.websiteId();
        }
        UUID own = UUID.fromString(caller.websiteId().orElseThrow());
        if (request.websiteId() != null && !request.websiteId().equals(own)) {
            throw Problem.invalid("website_id", "must be the id of a website");
        }
        return own;
    }

    private UUID clientOf(CreatePaymentRequest request) {
        if (caller.role() != Role.CLIENT) {
            if (request.clientId() == null) {
                throw Problem.invalid("client_id", "must not be null");
            }
            return request.clientId();
        }
        UUID own = caller.accountId();
        if (request.clientId() != null && !request.clientId().equals(own)) {
            throw Problem.invalid("client_id", "must be your own account, or left out");
        }
        return own;
    }

    private void requireCurrency(UUID website, String currency) {
        String expected = websites.find(website)
                .orElseThrow(
                        () -> new Problem(503, "The website is not known here yet. Try again in a moment.", List.of()))
                .currency();
        if (!expected.equals(currency)) {
            throw Problem.invalid("currency", "must be the website's: " + expected);
        }
    }

    @Transactional
    PaymentView read(UUID id) {
        return payments.find(id)
                .filter(this::mayRead)
                .map(PaymentView::of)
                .orElseThrow(() -> PaymentRepository.notFound(id));
    }

    @Transactional
    Page<PaymentView> list(Filters filters, ListParameters parameters) {
        if (caller.role() == Role.CLIENT) {
            filters.equal("p.clientId", Optional.of(caller.accountId()));
        }
        return payments.list(filters, parameters);
    }

    @Transactional
    Page<PaymentTransitionView> transitions(UUID id, ListParameters parameters) {
        read(id);
        return payments.transitions(id, parameters);
    }

    /** @return the attempt to {@link #complete} */
    @Transactional
    UUID intendToPay(UUID id, String ifMatch, PayRequest request) {
        return attempts.intendCharge(id, ifMatch, request);
    }

    /** @return the refund to {@link #complete} */
    @Transactional
    UUID intendToRefund(UUID id, String ifMatch, RefundPaymentRequest request) {
        return attempts.intendRefund(id, ifMatch, request);
    }

    /** Asks the provider unless its answer is known; holds no transaction meanwhile. May be repeated. */
    void complete(UUID attempt) {
        attempts.ask(attempt);
    }

    @Transactional
    PaymentView afterAttempt(UUID attempt) {
        return attempted
                .paymentOf(attempt)
                .flatMap(payments::find)
                .map(PaymentView::of)
                .orElseThrow();
    }

    @Transactional
    PaymentRefundView refund(UUID id) {
        return attempted.find(id).map(PaymentRefundView::of).orElseThrow();
    }

    @Transactional
    Page<PaymentRefundView> refunds(UUID id, ListParameters parameters) {
        read(id);
        return attempted.refunds(id, parameters);
    }

    @Transactional
    PaymentView cancel(UUID id, String ifMatch, String why) {
        Payment payment = payments.locked(id);
        Versions.matchIfSent(ifMatch, payment.version);
        lifecycle.cancel(payment, "requested", Actor.account(caller.accountId()), why);
        return PaymentView.of(payment);
    }

    private boolean mayRead(Payment payment) {
        return caller.role() != Role.CLIENT || payment.clientId.equals(caller.accountId());
    }
}
