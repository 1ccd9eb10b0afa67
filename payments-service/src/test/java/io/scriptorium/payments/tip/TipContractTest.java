package io.scriptorium.payments.tip;

import io.scriptorium.owner.test.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TipContractTest {
    private final Contract contract = new Contract("tip");

    @ParameterizedTest
    @CsvSource({
        "DIRECT, PENDING, 0.00",
        "ORDER, PROCESSING, 0.00",
        "CLASS, FAILED, 0.00",
        "ORDER, COMPLETED, 0.00",
        "ORDER, COMPLETED, 5.00",
        "DIRECT, COMPLETED, 25.00"
    })
    void publishesWhatTheContractSays(TipType type, TipPaymentStatus status, BigDecimal refunded) throws Exception {
        Tip tip = new Tip();
        tip.id = UUID.randomUUID();
        tip.tenant = UUID.randomUUID().toString();
        tip.clientId = UUID.randomUUID();
        tip.writerId = UUID.randomUUID();
        tip.type = type;
        tip.reference = type == TipType.DIRECT ? null : "1042";
        tip.reason = "Not published";
        tip.currency = "USD";
        tip.levelId = UUID.randomUUID();
        tip.levelName = "Advanced";
        tip.share(TipSplit.of(new BigDecimal("25"), new BigDecimal("60.00")));
        tip.createdAt = Instant.parse("2026-01-31T12:00:00Z");
        tip.become(status, Instant.parse("2026-02-02T08:30:00.123456Z"));
        tip.completedAt = status == TipPaymentStatus.COMPLETED ? tip.updatedAt : null;
        tip.refund(refunded);
        contract.fits(TipChange.of(tip));
    }
}
