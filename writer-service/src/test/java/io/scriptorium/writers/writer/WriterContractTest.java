package io.scriptorium.writers.writer;

import io.scriptorium.owner.test.Contract;
import io.scriptorium.writers.level.LevelView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriterContractTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");
    private final Contract contract = new Contract("writer");

    @ParameterizedTest
    @EnumSource(WriterStatus.class)
    void publishesWhatTheContractSays(WriterStatus status) throws Exception {
        WriterProfile writer = new WriterProfile();
        writer.id = UUID.randomUUID();
        writer.tenant = UUID.randomUUID().toString();
        writer.writerId = UUID.randomUUID();
        writer.registrationId = "W-10423";
        writer.createdAt = NOW;
        writer.become(status, "A reason", NOW);
        writer.set(
                new WriterFields(
                        "A. Lovelace",
                        null,
                        "Europe/London",
                        List.of("Proofs"),
                        List.of("Mathematics"),
                        "I write about engines.",
                        PaymentSchedule.MONTHLY,
                        true,
                        true,
                        "Always"),
                NOW);
        contract.fits(WriterChange.of(writer, null));
        writer.review(5, NOW);
        writer.add(1, 2, new BigDecimal("180.00"), NOW);
        writer.seen(NOW);
        contract.fits(WriterChange.of(writer, aLevel()));
    }

    private static LevelView aLevel() {
        return new LevelView(
                UUID.randomUUID(), UUID.randomUUID(), "Advanced", 2, new BigDecimal("60.00"), 5, 3, NOW, NOW, 0);
    }
}
