package io.scriptorium.payments.ledger;

import io.scriptorium.payments.payment.PaymentOutcomeService;
import io.scriptorium.payments.payment.PaymentView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Posts what is paid for orders and their installments; a tip posts its own split. */
@ApplicationScoped
class PaymentPostings implements PaymentOutcomeService {
    private final LedgerService ledger;

    PaymentPostings(LedgerService ledger) {
        this.ledger = ledger;
    }

    @Override
    public void completed(PaymentView payment) {
        if (!payment.isForTip()) {
            ledger.paid(payment);
        }
    }

    @Override
    public void refunded(PaymentView payment, BigDecimal refunded) {
        if (!payment.isForTip()) {
            ledger.refunded(payment, refunded);
        }
    }
}
