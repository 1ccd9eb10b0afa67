package io.scriptorium.dashboard.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.platform.StrictJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same numbers of the span before, by the names that they have in the view.
 *
 * @param difference now less previous
 */
public record ComparisonView(
        LocalDate dateFrom, LocalDate dateTo, Map<String, Number> previous, Map<String, Number> difference) {
    private static final ObjectMapper JSON =
            StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));

    /** Of two records of the same type: their numbers. */
    static ComparisonView of(Span before, Object now, Object previous) {
        if (!now.getClass().equals(previous.getClass())) {
            throw new IllegalArgumentException("Only like can be compared with like");
        }
        JsonNode earlier = JSON.valueToTree(previous);
        Map<String, Number> numbers = new LinkedHashMap<>();
        Map<String, Number> differences = new LinkedHashMap<>();
        JSON.<JsonNode>valueToTree(now).properties().forEach(field -> {
            JsonNode then = earlier.get(field.getKey());
            if (field.getValue().isNumber() && then.isNumber()) {
                numbers.put(field.getKey(), then.numberValue());
                differences.put(field.getKey(), difference(field.getValue(), then));
            }
        });
        return new ComparisonView(before.firstDay(), before.lastDay(), numbers, differences);
    }

    private static Number difference(JsonNode now, JsonNode then) {
        BigDecimal difference = now.decimalValue().subtract(then.decimalValue());
        return now.isIntegralNumber() && then.isIntegralNumber() ? difference.longValueExact() : difference;
    }
}
