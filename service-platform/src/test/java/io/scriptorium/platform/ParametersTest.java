package io.scriptorium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void takesTheDefaultWhereNothingWasSent() {
        assertThat(Parameters.limit(null)).isEqualTo(Parameters.DEFAULT_LIMIT);
        assertThat(Parameters.flag("refresh", null)).isEmpty();
        assertThat(Parameters.uuid("website_id", null)).isEmpty();
        assertThat(Parameters.role("role", null)).isEmpty();
    }

    @Test
    void readsWhatIsWithinBounds() {
        assertThat(Parameters.limit("200")).isEqualTo(200);
        assertThat(Parameters.flag("refresh", "true")).contains(true);
        assertThat(Parameters.uuid("id", "0199aa00-0000-7000-8000-000000000001"))
                .contains(UUID.fromString("0199aa00-0000-7000-8000-000000000001"));
        assertThat(Parameters.role("role", "writer")).contains(Role.WRITER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "201", "1e2", "5.0", " 5", "٣", "99999999999999999999"})
    void refusesALimitOutsideItsBounds(String limit) {
        assertBadRequest("limit", () -> Parameters.limit(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "1", "yes"})
    void refusesAFlagThatIsNone(String flag) {
        assertBadRequest("refresh", () -> Parameters.flag("refresh", flag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "0199aa00-0000-7000-8000-00000000000g"})
    void refusesAUuidThatIsNone(String uuid) {
        assertBadRequest("website_id", () -> Parameters.uuid("website_id", uuid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Admin", "root"})
    void refusesARoleThatIsNone(String role) {
        assertBadRequest("role", () -> Parameters.role("role", role));
    }

    private static void assertBadRequest(String field, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
        });
    }
}
