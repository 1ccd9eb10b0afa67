package io.scriptorium.payments.payment;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * Payments, each change with its history and its event in one transaction: if the process dies anywhere in a method, none
 * of them is there; once it has committed, all are.
 */
@ApplicationScoped
public class PaymentService {
    private final PaymentRepository payments;
    private final PaymentLifecycle lifecycle;
    private final Caller caller;

    PaymentService(PaymentRepository payments, PaymentLifecycle lifecycle, Caller caller) {
        this.payments = payments;
        this.lifecycle = lifecycle;
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
