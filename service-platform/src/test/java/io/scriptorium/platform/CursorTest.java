package io.scriptorium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void readsWhatItWrote() {
        Cursor cursor = Cursor.at("2026-01-31T12:00:00Z", "ärger \"quoted\"");

        assertThat(Cursor.parse(cursor.encoded(), 2)).contains(cursor);
    }

    @Test
    void isEmptyWhenNoneWasSent() {
        assertThat(Cursor.parse(null, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bnVsbA", "W10", "WyIiXQ", "W251bGxd", "WzEsMl0", "eyJhIjoxfQ", "WyJhIiwiYiJd"})
    void refusesWhatThisListNeverGave(String nonsense) {
        assertThatThrownBy(() -> Cursor.parse(nonsense, 1)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly("cursor");
        });
    }

    @Test
    void refusesWhatIsTooLongToBeOne() {
        String huge = Base64.getUrlEncoder()
                .encodeToString(("[\"" + "a".repeat(5000) + "\"]").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(huge, 1)).isInstanceOf(Problem.class);
    }

    @Test
    void cutsThePageAndPointsAtItsLastRow() {
        Page<Integer> page = Page.of(List.of("a", "b", "c"), 2, Cursor::at, String::length);

        assertThat(page.items()).containsExactly(1, 1);
        assertThat(Cursor.parse(page.nextCursor(), 1)).contains(Cursor.at("b"));
    }

    @Test
    void hasNoCursorOnTheLastPage() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::at, String::length).nextCursor())
                .isNull();
    }
}
