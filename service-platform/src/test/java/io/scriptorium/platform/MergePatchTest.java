package io.scriptorium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class MergePatchTest {
    record Inner(Integer first, Integer second) {}

    record Fields(@NotNull @SingleLine(max = 5) String shortName, Inner inner) {}

    private static final Fields CURRENT = new Fields("Ada", new Inner(1, 2));

    private final ObjectMapper json = StrictJson.configure(new ObjectMapper());
    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();
    private final MergePatch patch = new MergePatch(json, validator);

    @Test
    void leavesWhatIsNotNamed() throws Exception {
        assertThat(patched("{}")).isEqualTo(CURRENT);
        assertThat(patched("{\"short_name\": \"Eve\"}")).isEqualTo(new Fields("Eve", new Inner(1, 2)));
        assertThat(patched("{\"inner\": {\"second\": 3}}")).isEqualTo(new Fields("Ada", new Inner(1, 3)));
    }

    @Test
    void takesAwayWhatIsNull() throws Exception {
        assertThat(patched("{\"inner\": null}")).isEqualTo(new Fields("Ada", null));
        assertThat(patched("{\"inner\": {\"first\": null}}")).isEqualTo(new Fields("Ada", new Inner(null, 2)));
    }

    @Test
    void refusesAnOutcomeThatIsNotValid() {
        assertThatThrownBy(() -> patched("{\"short_name\": null}")).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> patched("{\"short_name\": \"Augusta\"}"))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void refusesFieldsThatAreUnknownOrOfAnotherType() {
        assertThatThrownBy(() -> patched("{\"colour\": 1}")).isInstanceOf(UnrecognizedPropertyException.class);
        assertThatThrownBy(() -> patched("{\"colour\": null}")).isInstanceOf(UnrecognizedPropertyException.class);
        assertThatThrownBy(() -> patched("{\"short_name\": 5}")).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void refusesAPatchThatIsNoObject() {
        for (String body : new String[] {"[]", "5", "null", "\"text\""}) {
            assertThatThrownBy(() -> patched(body)).isInstanceOf(Problem.class);
        }
    }

    private Fields patched(String body) throws JsonProcessingException {
        return patch.apply(CURRENT, json.readTree(body), Fields.class);
    }
}
