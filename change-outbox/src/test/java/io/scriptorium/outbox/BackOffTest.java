package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofMillis(350));

    @Test
    void doublesUpToTheLimitLessUpToAHalf() {
        assertThat(backOff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backOff.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        for (int i = 0; i < 100; i++) {
            assertThat(backOff.next()).isBetween(Duration.ofMillis(175), Duration.ofMillis(350));
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        backOff.next();
        backOff.next();
        backOff.reset();
        assertThat(backOff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
}
