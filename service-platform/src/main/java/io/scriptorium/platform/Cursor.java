package io.scriptorium.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a page ended: the sort key of its last row. Opaque to clients, so that the sort may change. */
public record Cursor(List<String> key) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than any sort key here; it keeps nonsense from being decoded at length. */
    private static final int MAX_LENGTH = 1024;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor at(String... key) {
        return new Cursor(List.of(key));
    }

    /**
     * Reads the query parameter {@code cursor}.
     *
     * @param parts how many values the list's sort key has
     * @throws Problem 400 for anything that this list never gave out
     */
    public static Optional<Cursor> parse(String encoded, int parts) {
        if (encoded == null) {
            return Optional.empty();
        }
        if (encoded.length() > MAX_LENGTH) {
            throw unusable();
        }
        try {
            String[] key = JSON.readValue(Base64.getUrlDecoder().decode(encoded), String[].class);
            if (key == null || key.length != parts || Arrays.stream(key).anyMatch(Cursor::isBlank)) {
                throw unusable();
            }
            return Optional.of(at(key));
        } catch (IllegalArgumentException | IOException nonsense) {
            throw unusable();
        }
    }

    public String encoded() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(key));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of strings is always JSON", impossible);
        }
    }

    /** For a list whose key turns out not to be of its types, such as a date that is none. */
    public static Problem unusable() {
        return Problem.badRequest("cursor", "must be a next_cursor that this list gave");
    }

    /** One value of a key that is an id. */
    public static UUID uuid(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException nonsense) {
            throw unusable();
        }
    }

    /** One value of a key that is a whole number. */
    public static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException nonsense) {
            throw unusable();
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
