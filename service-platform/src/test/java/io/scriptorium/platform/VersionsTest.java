package io.scriptorium.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void letsAnEditPassThatNamesTheVersionOrAny() {
        assertThatCode(() -> Versions.requireMatch("\"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Versions.requireMatch("\"2\", \"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Versions.requireMatch("*", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Versions.matchIfSent(null, 3)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnEditThatNamesAnotherVersion() {
        for (String other : new String[] {"\"2\"", "3", "W/\"3\"", "\"33\"", "nonsense"}) {
            assertThatThrownBy(() -> Versions.requireMatch(other, 3))
                    .isInstanceOfSatisfying(Problem.class, problem -> has(problem, 412));
            assertThatThrownBy(() -> Versions.matchIfSent(other, 3)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void refusesAnEditThatNamesNone() {
        assertThatThrownBy(() -> Versions.requireMatch(null, 3))
                .isInstanceOfSatisfying(Problem.class, problem -> has(problem, 428));
        assertThatThrownBy(() -> Versions.requireMatch(" ", 3))
                .isInstanceOfSatisfying(Problem.class, problem -> has(problem, 428));
    }

    private static void has(Problem problem, int status) {
        org.assertj.core.api.Assertions.assertThat(problem.status()).isEqualTo(status);
    }
}
