package io.scriptorium.payments.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TipSplitTest {
    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({
        "25.00, 60.00, 15.00, 10.00",
        "0.01, 33.33, 0.00, 0.01",
        "0.01, 50.00, 0.00, 0.01",
        "0.01, 50.01, 0.01, 0.00",
        "0.03, 50.00, 0.02, 0.01",
        "0.05, 33.33, 0.02, 0.03",
        "0.05, 50.00, 0.02, 0.03",
        "0.05, 100.00, 0.05, 0.00",
        "0.05, 0.00, 0.00, 0.05",
        "10000.00, 33.33, 3333.00, 6667.00",
        "99.99, 66.67, 66.66, 33.33",
    })
    void roundsTheWritersShareHalfEvenAndGivesThePlatformTheRest(
            BigDecimal amount, BigDecimal percentage, BigDecimal writer, BigDecimal platform) {
        TipSplit split = TipSplit.of(amount, percentage);
        assertThat(split.writerEarning()).isEqualTo(writer);
        assertThat(split.platformProfit()).isEqualTo(platform);
    }

    @ParameterizedTest(name = "{2} of {0}, of which {1} is the writer''s")
    @CsvSource({
        "25.00, 15.00, 5.00, 3.00",
        "25.00, 15.00, 25.00, 15.00",
        "25.00, 15.00, 0.00, 0.00",
        "0.02, 0.01, 0.01, 0.00",
        "0.02, 0.01, 0.02, 0.01",
        "1.00, 0.99, 0.50, 0.50",
        "10.00, 3.33, 3.33, 1.11",
        "10.00, 0.00, 3.33, 0.00",
        "10.00, 10.00, 3.33, 3.33",
    })
    void givesBackTheSameShare(BigDecimal amount, BigDecimal earning, BigDecimal refunded, BigDecimal share) {
        assertThat(TipSplit.writerShareOf(refunded, amount, earning)).isEqualTo(share);
    }

    @Test
    void refusesToRoundTheAmountItself() {
        assertThatThrownBy(() -> TipSplit.of(new BigDecimal("0.001"), new BigDecimal("50")))
                .isInstanceOf(ArithmeticException.class);
    }

    /** Each refund takes from both what it gives back, never less than nothing of either, and the last one leaves nothing. */
    @Test
    void givesBackExactlyTheWholeInWhateverParts() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            long amount = 1 + random.nextInt(round % 2 == 0 ? 20 : 100_000);
            TipSplit split = TipSplit.of(cents(amount), cents(random.nextInt(10_001)));
            assertThat(split.writerEarning().add(split.platformProfit())).isEqualTo(split.amount());
            long refunded = 0;
            BigDecimal writer = cents(0);
            BigDecimal platform = cents(0);
            while (refunded < amount) {
                long part = 1 + (long) (random.nextDouble() * (amount - refunded));
                BigDecimal before = writer;
                writer = TipSplit.writerShareOf(cents(refunded + part), split.amount(), split.writerEarning());
                BigDecimal ofWriter = writer.subtract(before);
                BigDecimal ofPlatform = cents(part).subtract(ofWriter);
                assertThat(ofWriter).as("seed %d, round %d", seed, round).isBetween(cents(0), cents(part));
                platform = platform.add(ofPlatform);
                refunded += part;
            }
            assertThat(writer).as("seed %d, round %d", seed, round).isEqualTo(split.writerEarning());
            assertThat(platform).as("seed %d, round %d", seed, round).isEqualTo(split.platformProfit());
        }
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
