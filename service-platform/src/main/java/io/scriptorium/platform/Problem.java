package io.scriptorium.platform;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An answer that is not the one asked for, in the form of RFC 9457. Thrown anywhere below a resource; nothing that the
 * transaction wrote survives it.
 */
public class Problem extends RuntimeException {
    /** One wrong field: its name as the client wrote it ({@code snake_case}, dots between levels), and what is wrong. */
    public record FieldError(String field, String message) {}

    private final int status;
    private final transient List<FieldError> errors;

    public Problem(int status, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** 404, also for what lies in another website: nobody learns that it is there. */
    public static Problem notFound(String what) {
        return new Problem(404, "There is no " + what + ".", List.of());
    }

    /** 409: the request fits, the present state does not. Say which states would. */
    public static Problem conflict(String detail) {
        return new Problem(409, detail, List.of());
    }

    /**
     * 409 of a state machine, which names the states that would do.
     *
     * @param allowed what {@code from} may become; none when it is final
     */
    public static Problem illegalTransition(Enum<?> from, Enum<?> to, Collection<? extends Enum<?>> allowed) {
        String names = allowed.stream().map(Problem::wireName).sorted().collect(Collectors.joining(", "));
        return conflict("From %s it cannot become %s; it can become: %s."
                .formatted(wireName(from), wireName(to), names.isEmpty() ? "nothing, that state is final" : names));
    }

    private static String wireName(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** 409 about one field, such as a name that is taken. */
    public static Problem conflict(String field, String message) {
        return new Problem(409, field + " " + message, List.of(new FieldError(field, message)));
    }

    /** 422: readable, of the right type, and still not acceptable. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, summary(errors), errors);
    }

    /** 400: cannot be read as what it should be. */
    public static Problem badRequest(String field, String message) {
        List<FieldError> errors = List.of(new FieldError(field, message));
        return new Problem(400, summary(errors), errors);
    }

    /** 412: somebody else changed it since the client read it. */
    public static Problem preconditionFailed(String detail) {
        return new Problem(412, detail, List.of());
    }

    /** 428: an edit that can collide must say, by {@code If-Match}, which version it edits. */
    public static Problem preconditionRequired(String detail) {
        return new Problem(428, detail, List.of());
    }

    /** 503 with a Retry-After: what is asked for cannot be answered yet, and probably can in a moment. */
    public static Problem unavailable(String detail) {
        return new Problem(503, detail, List.of());
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, detail, List.of());
    }

    public int status() {
        return status;
    }

    public List<FieldError> errors() {
        return errors;
    }

    private static String summary(List<FieldError> errors) {
        return String.join(
                "; ",
                errors.stream()
                        .map(error -> error.field() + " " + error.message())
                        .toList());
    }
}
