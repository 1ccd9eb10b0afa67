package io.scriptorium.payments.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateServiceTest {
    private final TemplateService templates = new TemplateService();

    @Test
    void namesWhatIsUnknownAndWhatThereIs() {
        assertThat(templates.complaint("message", "Dear {name}, {amount} {Amount} {name}"))
                .hasValueSatisfying(error -> {
                    assertThat(error.field()).isEqualTo("message");
                    assertThat(error.message())
                            .isEqualTo("has unknown placeholders: {name}, {Amount}; there are: {client_name}, {amount},"
                                    + " {currency}, {due_date}, {website}, {reference}");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no placeholder",
                "{client_name} {reference}",
                "{ amount }",
                "a { b } c {}",
                "{{amount}}",
                "{"
            })
    void takesWhatItKnowsAndBracesThatAreNone(String template) {
        assertThat(templates.complaint("message", template)).isEmpty();
    }

    @Test
    void fillsEachPlaceOnceAndLooksIntoNoValue() {
        Map<String, String> values = Map.of("amount", "{currency} $1 \\", "currency", "USD");
        assertThat(templates.filled("{amount}|{currency}|{{currency}}|{client_name}", values))
                .isEqualTo("{currency} $1 \\|USD|{USD}|{client_name}");
    }
}
