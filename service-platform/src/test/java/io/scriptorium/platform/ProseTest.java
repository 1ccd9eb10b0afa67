package io.scriptorium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    private record Letter(@Prose(max = 12) String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"a", "two\nlines", "a\r\n\tb", "éèàüöä 12345", "\ud83d\ude00 a smile"})
    void takesTextOfSeveralLines(String text) {
        assertThat(accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "a\0b", "a\u001bb", "\u007f", "\ud800", "thirteen char"})
    void refusesWhatNoColumnTakesAndNobodyReads(String text) {
        assertThat(accepts(text)).isFalse();
    }

    private static boolean accepts(String text) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new Letter(text)).isEmpty();
        }
    }
}
