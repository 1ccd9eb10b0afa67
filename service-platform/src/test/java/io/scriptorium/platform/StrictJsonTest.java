package io.scriptorium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    record Offer(String penName, Integer days, BigDecimal price, Boolean open, Role role) {}

    private final ObjectMapper json = StrictJson.configure(new ObjectMapper());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pen_name\":5}                | pen_name | a string",
                "{\"pen_name\":true}             | pen_name | a string",
                "{\"pen_name\":[]}               | pen_name | a string",
                "{\"days\":\"5\"}                | days     | a whole number",
                "{\"days\":5.5}                  | days     | a whole number",
                "{\"days\":99999999999}          | days     | a whole number",
                "{\"price\":\"ten\"}             | price    | a number",
                "{\"price\":{}}                  | price    | a number",
                "{\"open\":\"true\"}             | open     | true or false",
                "{\"open\":1}                    | open     | true or false",
                "{\"role\":\"root\"}             | role     | one of superadmin",
                "{\"role\":1}                    | role     | one of superadmin",
            })
    void namesTheFieldAndWhatItShouldHold(String body, String field, String expected) {
        assertThatThrownBy(() -> json.readValue(body, Offer.class))
                .isInstanceOfSatisfying(JsonMappingException.class, refused -> {
                    assertThat(JsonPaths.of(refused)).isEqualTo(field);
                    assertThat(JsonPaths.expectation(refused)).contains(expected);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"penName\":\"a\"}", "{\"days\":1,\"days\":2}", "{} {}", "{", "", "[]", "\"a\""})
    void takesNothingThatIsNotExactlyTheObject(String body) {
        assertThatThrownBy(() -> json.readValue(body, Offer.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @CsvSource({"1E+3,1000", "0.10,0.10"})
    void writesMoneyInPlainDigits(String amount, String written) throws JsonProcessingException {
        assertThat(json.writeValueAsString(new Offer(null, null, new BigDecimal(amount), null, null)))
                .contains("\"price\":" + written + ",");
    }
}
