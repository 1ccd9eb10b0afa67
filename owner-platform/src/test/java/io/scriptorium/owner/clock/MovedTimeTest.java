package io.scriptorium.owner.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MovedTimeTest {
    private static final Instant PRESENT = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final Clock wall = Clock.fixed(PRESENT, ZoneOffset.UTC);
    private final MovedTime time = new MovedTime(wall, nanos::get, true);
    private final Clock clock = new MovedClock(wall, time);

    @Test
    void isRightUntilSomebodyMovesIt() {
        assertThat(clock.instant()).isEqualTo(PRESENT);
        assertThat(time.view()).isEqualTo(new ClockView(PRESENT, false));
    }

    @Test
    void isWhereItWasMovedAndGoesForwardFromThere() {
        time.moveTo(JUNE);
        assertThat(clock.instant()).isEqualTo(JUNE);
        time.moveTo(JUNE.plus(Duration.ofHours(3)));
        assertThat(clock.instant()).isEqualTo(JUNE.plus(Duration.ofHours(3)));
        assertThat(time.view().moved()).isTrue();
    }

    @Test
    void neverGoesBackFromWhereItWasMovedTo() {
        time.moveTo(JUNE);
        assertThatThrownBy(() -> time.moveTo(JUNE.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(clock.instant()).isEqualTo(JUNE);
        time.setRight();
        assertThat(clock.instant()).isEqualTo(PRESENT);
        time.moveTo(JUNE.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(JUNE.minusSeconds(1));
    }

    @Test
    void isRightAgainWhenWhoeverMovedItIsGone() {
        time.moveTo(JUNE);
        nanos.addAndGet(MovedTime.HELD.toNanos() - 1);
        assertThat(clock.instant()).isEqualTo(JUNE);
        nanos.incrementAndGet();
        assertThat(clock.instant()).isEqualTo(PRESENT);
        assertThat(time.view().moved()).isFalse();
    }

    @Test
    void neverGoesIntoTheFuture() {
        assertThatThrownBy(() -> time.moveTo(PRESENT.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
        assertThat(clock.instant()).isEqualTo(PRESENT);
    }

    @Test
    void isNotMovedWhereTheInstallationDoesNotAllowIt() {
        MovedTime fixed = new MovedTime(wall, nanos::get, false);
        assertThatThrownBy(() -> fixed.moveTo(JUNE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(fixed::setRight).isInstanceOf(Problem.class);
        assertThat(new MovedClock(wall, fixed).instant()).isEqualTo(PRESENT);
    }
}
