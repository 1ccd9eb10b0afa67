package io.scriptorium.payments.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.payments.reminderconfig.ReminderConfigView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderTimesTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-11T00:00:00Z");
    private static final Duration GRACE = Duration.ofHours(1);

    @Test
    void sharesTheTimeFromCreationToDueDate() {
        ReminderTimes times = times();
        assertThat(times.moment(0)).isEqualTo(CREATED);
        assertThat(times.moment(25)).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(times.moment(100)).isEqualTo(DUE);
    }

    @Test
    void sendsWhatIsDueAndLooksAgainWhenTheNextIs() {
        ReminderConfigView half = config(50);
        ReminderTimes times = times(half, config(80));
        ReminderTimes.Step before = times.step(CREATED.plus(Duration.ofDays(5)).minusNanos(1_000), Set.of());
        assertThat(before.isNothing()).isTrue();
        assertThat(before.next()).isEqualTo("2026-03-06T00:00:00Z");
        ReminderTimes.Step then = times.step(CREATED.plus(Duration.ofDays(5)), Set.of());
        assertThat(then.send()).isEqualTo(half);
        assertThat(then.next()).isEqualTo("2026-03-09T00:00:00Z");
    }

    @Test
    void skipsAllButTheLatestOfThoseThatWereMissed() {
        ReminderConfigView first = config(10);
        ReminderConfigView second = config(20);
        ReminderConfigView third = config(30);
        ReminderTimes.Step step =
                times(first, second, third, config(90)).step(CREATED.plus(Duration.ofDays(4)), Set.of(second.id()));
        assertThat(step.send()).isEqualTo(third);
        assertThat(step.skip()).containsExactly(first);
    }

    @Test
    void skipsAMissedOneWhoseSuccessorWasSent() {
        ReminderConfigView first = config(10);
        ReminderConfigView second = config(20);
        ReminderTimes.Step step = times(first, second).step(CREATED.plus(Duration.ofDays(4)), Set.of(second.id()));
        assertThat(step.send()).isNull();
        assertThat(step.skip()).containsExactly(first);
        assertThat(step.next()).isEqualTo(DUE);
    }

    @Test
    void expiresOnTheDueDateAndSkipsWhatIsLeft() {
        ReminderConfigView half = config(50);
        ReminderTimes times = times(half);
        assertThat(times.step(DUE.minusNanos(1_000), Set.of(half.id())).expire())
                .isFalse();
        ReminderTimes.Step step = times.step(DUE, Set.of());
        assertThat(step.expire()).isTrue();
        assertThat(step.send()).isNull();
        assertThat(step.skip()).containsExactly(half);
    }

    @Test
    void givesGraceWhereItRemindsOnTheDueDate() {
        ReminderConfigView last = config(100);
        ReminderTimes times = times(last);
        ReminderTimes.Step step = times.step(DUE, Set.of());
        assertThat(step.send()).isEqualTo(last);
        assertThat(step.expire()).isFalse();
        assertThat(step.next()).isEqualTo(DUE.plus(GRACE));
        assertThat(times.step(DUE.plus(GRACE), Set.of(last.id())).expire()).isTrue();
    }

    @Test
    void expiresWithoutConfigs() {
        assertThat(times().step(CREATED, Set.of()).next()).isEqualTo(DUE);
        assertThat(times().step(DUE, Set.of()).expire()).isTrue();
    }

    @Test
    void expiresAtOnceWhatIsMadeAfterItsDueDate() {
        ReminderTimes late = new ReminderTimes(DUE, CREATED, List.of(config(50)), GRACE);
        assertThat(late.step(DUE, Set.of()).expire()).isTrue();
    }

    private static ReminderTimes times(ReminderConfigView... configs) {
        return new ReminderTimes(CREATED, DUE, Arrays.asList(configs), GRACE);
    }

    private static ReminderConfigView config(int percentage) {
        return new ReminderConfigView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "name",
                percentage,
                "subject",
                "message",
                true,
                false,
                true,
                0,
                CREATED,
                CREATED,
                0);
    }
}
