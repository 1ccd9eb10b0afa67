package io.scriptorium.payments.payment;

import io.scriptorium.owner.test.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentContractTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");

    @ParameterizedTest
    @EnumSource(PaymentStatus.class)
    void publishesEveryStateAsTheContractSays(PaymentStatus status) throws Exception {
        Payment payment = aPayment(PaymentKind.ORDER, status);
        new Contract("payment").fits(PaymentChange.of(payment, List.of()));
    }

    @ParameterizedTest
    @EnumSource(PaymentKind.class)
    void publishesEveryKindWithItsRefunds(PaymentKind kind) throws Exception {
        Payment payment = aPayment(kind, PaymentStatus.PARTIALLY_REFUNDED);
        payment.refundedAmount = new BigDecimal("25.00");
        payment.completedAt = NOON;
        payment.dueAt = NOON;
        payment.provider = "simulated";
        new Contract("payment")
                .fits(PaymentChange.of(payment, List.of(new PaymentChange.Refund(new BigDecimal("25.00"), NOON))));
    }

    private static Payment aPayment(PaymentKind kind, PaymentStatus status) {
        Payment payment = new Payment();
        payment.id = UUID.randomUUID();
        payment.tenant = UUID.randomUUID().toString();
        payment.clientId = UUID.randomUUID();
        payment.kind = kind;
        payment.reference = UUID.randomUUID().toString();
        payment.amount = new BigDecimal("100.00");
        payment.refundedAmount = new BigDecimal("0.00");
        payment.currency = "USD";
        payment.status = status;
        payment.createdAt = NOON;
        payment.updatedAt = NOON;
        return payment;
    }
}
