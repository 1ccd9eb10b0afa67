package io.scriptorium.payments.ledger;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.payments.payment.PaymentView;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The double entry behind every payment and refund. It posts in the transaction that moves the payment: both are there or
 * neither is. The same cause posts once, however often it is told.
 *
 * <p>A posting locks its accounts until the transaction ends, those of the whole website among them: post last, and once
 * per transaction.
 */
@ApplicationScoped
public class LedgerService {
    private final LedgerTable table;
    private final LedgerRepository ledger;
    private final Caller caller;
    private final Clock clock;

    LedgerService(LedgerTable table, LedgerRepository ledger, Caller caller, Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A tip was paid.
     *
     * @param payment completed
     * @param writerShare of the payment's amount; the platform gets the rest
     */
    @Transactional(TxType.MANDATORY)
    public void tipPaid(PaymentView payment, UUID writer, BigDecimal writerShare) {
        post(Posting.paid(split(payment, payment.amount(), writer, writerShare)));
    }

    /**
     * A part of a tip was given back, or all of it.
     *
     * @param payment with the refunded amount as it is after this refund
     * @param refunded what this refund gave back
     * @param writerShare of what this refund gave back
     */
    @Transactional(TxType.MANDATORY)
    public void tipRefunded(PaymentView payment, BigDecimal refunded, UUID writer, BigDecimal writerShare) {
        post(Posting.refunded(split(payment, refunded, writer, writerShare), payment.refundedAmount()));
    }

    @Transactional(TxType.MANDATORY)
    void paid(PaymentView payment) {
        post(Posting.paid(split(payment, payment.amount(), null, BigDecimal.ZERO)));
    }

    @Transactional(TxType.MANDATORY)
    void refunded(PaymentView payment, BigDecimal refunded) {
        post(Posting.refunded(split(payment, refunded, null, BigDecimal.ZERO), payment.refundedAmount()));
    }

    /** @return how many were new */
    @Transactional(TxType.MANDATORY)
    int post(List<Posting> postings) {
        return table.post(postings, clock.instant());
    }

    /** A writer's own, for a writer. */
    @Transactional
    Page<LedgerAccountView> accounts(Filters filters, ListParameters parameters) {
        if (isWriter()) {
            filters.equal("a.kind", Optional.of(AccountKind.WRITER))
                    .equal("a.ownerId", Optional.of(caller.accountId()));
        }
        return ledger.accounts(filters, parameters);
    }

    @Transactional
    LedgerAccountView account(UUID id) {
        return ledger.account(id)
                .filter(account -> !isWriter() || isOwn(account))
                .orElseThrow(() -> Problem.notFound("ledger account " + id));
    }

    @Transactional
    Page<LedgerEntryView> entries(Filters filters, ListParameters parameters) {
        return ledger.entries(filters, parameters);
    }

    /** @param compared whether each account is compared with its entries, all of which are read then */
    @Transactional
    TrialBalanceView trialBalance(boolean compared) {
        List<TrialBalanceView.Sum> sums = ledger.sums();
        List<TrialBalanceView.Deviation> deviations = compared ? ledger.deviations() : null;
        boolean balanced =
                sums.stream().allMatch(TrialBalanceView.Sum::balanced) && (deviations == null || deviations.isEmpty());
        return new TrialBalanceView(balanced, sums, deviations);
    }

    private static Posting.Split split(PaymentView payment, BigDecimal amount, UUID writer, BigDecimal writerShare) {
        return new Posting.Split(
                payment.websiteId().toString(),
                payment.currency(),
                payment.id(),
                payment.clientId(),
                amount,
                writer,
                writerShare);
    }

    private boolean isWriter() {
        return caller.role() == Role.WRITER;
    }

    private boolean isOwn(LedgerAccountView account) {
        return account.kind() == AccountKind.WRITER && caller.accountId().equals(account.ownerId());
    }
}
