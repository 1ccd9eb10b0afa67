package io.scriptorium.platform;

import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads query parameters strictly: JAX-RS would answer a wrong type with 404, and pass over a misspelt filter in
 * silence, so that the client takes the whole list for the filtered one.
 */
public final class Parameters {
    /** What a page holds at most, and unless asked otherwise. */
    public static final int MAX_LIMIT = 200;

    public static final int DEFAULT_LIMIT = 50;

    /** Within what a timestamp of the database can hold, and a person can mean. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private Parameters() {}

    /** @throws Problem 400 that names each parameter that is outside {@code known}, given twice, or empty */
    public static void allowOnly(UriInfo uri, String... known) {
        Set<String> allowed = new TreeSet<>(Arrays.asList(known));
        List<Problem.FieldError> errors = uri.getQueryParameters().entrySet().stream()
                .flatMap(sent -> complaint(sent.getKey(), sent.getValue(), allowed).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(400, "Some query parameters are not understood.", errors);
        }
    }

    private static Optional<Problem.FieldError> complaint(String name, List<String> values, Set<String> allowed) {
        if (!allowed.contains(name)) {
            return Optional.of(
                    new Problem.FieldError(name, "is not a parameter here; there are: " + String.join(", ", allowed)));
        }
        if (values.size() > 1) {
            return Optional.of(new Problem.FieldError(name, "may be given once"));
        }
        // JAX-RS takes an empty one for one that was not sent.
        return values.get(0).isEmpty()
                ? Optional.of(new Problem.FieldError(name, "must not be empty; leave it out instead"))
                : Optional.empty();
    }

    public static int limit(String sent) {
        return wholeNumber("limit", sent, 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    /** @throws Problem 400 when it is not a whole number from {@code least} to {@code most} */
    public static int wholeNumber(String name, String sent, int least, int most, int otherwise) {
        if (sent == null) {
            return otherwise;
        }
        // Nine digits are beyond every limit here and within an int.
        if (sent.matches("\\d{1,9}")) {
            int number = Integer.parseInt(sent);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problem.badRequest(name, "must be a whole number from " + least + " to " + most);
    }

    public static Optional<Boolean> flag(String name, String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        return switch (sent) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw Problem.badRequest(name, "must be true or false");
        };
    }

    public static Optional<UUID> uuid(String name, String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        if (isUuid(sent)) {
            return Optional.of(UUID.fromString(sent));
        }
        throw Problem.badRequest(name, "must be a UUID");
    }

    /** In full: UUID.fromString also takes 1-1-1-1-1. */
    static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    /** Text to search for: one line, trimmed. */
    public static Optional<String> text(String name, String sent, int maxLength) {
        if (sent == null) {
            return Optional.empty();
        }
        String text = sent.trim();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > maxLength
                || !text.codePoints().allMatch(SingleLine.Check::isText)) {
            throw Problem.badRequest(
                    name, "must be text of 1 to " + maxLength + " characters, without control characters");
        }
        return Optional.of(text);
    }

    /** A value of an enum by its name in lower case, as enums are written here. */
    public static <E extends Enum<E>> Optional<E> oneOf(String name, String sent, Class<E> type) {
        if (sent == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(sent))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(name, "must be one of " + namesOf(type))));
    }

    private static <E extends Enum<E>> String namesOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** A moment; a plus sign before an offset must be sent as {@code %2B}. */
    public static Optional<Instant> instant(String name, String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(sent).toInstant();
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return Optional.of(instant);
            }
        } catch (DateTimeParseException nonsense) {
            // Answered below, as a moment out of bounds is.
        }
        throw Problem.badRequest(name, "must be an instant such as 2026-01-31T12:00:00Z, of the years 1970 to 2999");
    }

    public static Optional<LocalDate> date(String name, String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(sent);
            if (date.getYear() >= 1970 && date.getYear() < 3000) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException nonsense) {
            // Answered below, as a date out of bounds is.
        }
        throw Problem.badRequest(name, "must be a date such as 2026-01-31, of the years 1970 to 2999");
    }

    public static Optional<Role> role(String name, String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        return Optional.of(
                Role.of(sent).orElseThrow(() -> Problem.badRequest(name, "must be one of " + Role.wireNames())));
    }
}
