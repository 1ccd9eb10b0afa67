package io.scriptorium.payments.tip;

import io.scriptorium.outbox.Outbox;
import io.scriptorium.payments.ledger.LedgerService;
import io.scriptorium.payments.payment.PaymentOutcomeService;
import io.scriptorium.payments.payment.PaymentView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;

/** A tip follows its payment in the same transaction: its status, its event, and its share on the ledger. */
@ApplicationScoped
class TipOutcomes implements PaymentOutcomeService {
    private final TipRepository tips;
    private final LedgerService ledger;
    private final Outbox outbox;
    private final Clock clock;

    TipOutcomes(TipRepository tips, LedgerService ledger, Outbox outbox, Clock clock) {
        this.tips = tips;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void processing(PaymentView payment) {
        follow(payment, TipPaymentStatus.PROCESSING);
    }

    @Override
    public void completed(PaymentView payment) {
        if (payment.isForTip()) {
            Tip tip = tipOf(payment);
            tip.completedAt = payment.completedAt();
            publish(tip, TipPaymentStatus.COMPLETED);
            ledger.tipPaid(payment, tip.writerId, tip.writerEarning);
        }
    }

    @Override
    public void failed(PaymentView payment) {
        follow(payment, TipPaymentStatus.FAILED);
    }

    @Override
    public void cancelled(PaymentView payment) {
        follow(payment, TipPaymentStatus.FAILED);
    }

    @Override
    public void refunded(PaymentView payment, BigDecimal refunded) {
        if (payment.isForTip()) {
            Tip tip = tipOf(payment);
            BigDecimal ofWriter = tip.refund(payment.refundedAmount());
            publish(tip, tip.paymentStatus);
            ledger.tipRefunded(payment, refunded, tip.writerId, ofWriter);
        }
    }

    private void follow(PaymentView payment, TipPaymentStatus status) {
        if (payment.isForTip()) {
            publish(tipOf(payment), status);
        }
    }

    private Tip tipOf(PaymentView payment) {
        return tips.locked(UUID.fromString(payment.reference()));
    }

    private void publish(Tip tip, TipPaymentStatus status) {
        tip.become(status, clock.instant());
        tips.flush();
        outbox.append(TipChange.changed(tip));
    }
}
