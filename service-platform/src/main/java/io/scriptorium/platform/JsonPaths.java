package io.scriptorium.platform;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Names a field as the client wrote it, wherever it was found wrong. */
final class JsonPaths {
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private JsonPaths() {}

    /** {@code installments[2].amount}; {@code body} when it is the whole of it. */
    static String of(JsonMappingException exception) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : exception.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** What should have stood there. */
    static String expectation(JsonMappingException exception) {
        if (exception.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return refusal.getMessage();
        }
        if (exception instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + nameOf(mismatch.getTargetType());
        }
        if (exception.getCause() instanceof InputCoercionException tooLarge) {
            return "must be " + nameOf(tooLarge.getTargetType()) + " within its bounds";
        }
        return "cannot be read";
    }

    static String of(Path path, int skippedNodes) {
        List<String> names = new ArrayList<>();
        int position = 0;
        String last = "body";
        for (Path.Node node : path) {
            String name = node.getName();
            if (name != null) {
                last = name;
            }
            if (position++ >= skippedNodes && name != null) {
                String index = node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
                names.add(SNAKE_CASE.translate(name) + index);
            }
        }
        // A violated query parameter has no node below the parameter itself.
        return names.isEmpty() ? SNAKE_CASE.translate(last) : String.join(".", names);
    }

    private static String nameOf(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                    .toList());
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-01-31T12:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
