package io.scriptorium.dashboard.facts;

import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.dashboard.platform.Grain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** Fields of a state, checked so that the database cannot refuse them. */
public final class Checked {
    /** Nothing here is older than the web, nor from beyond what a date column holds. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("9999999999999999.99");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private static final UUID NONE = new UUID(0, 0);
    private static final UUID ALL = new UUID(-1, -1);

    private Checked() {}

    public static <T> T required(String field, T value) throws UnreadableChange {
        UnreadableChange.unless(value != null, field + " is missing");
        return value;
    }

    /** The key once more, in the state. */
    public static void id(UUID key, UUID id) throws UnreadableChange {
        UnreadableChange.unless(key.equals(id), "id is not the record's key");
    }

    /** Not one of the two that stand for no website and for all of them. */
    public static UUID website(String field, UUID id) throws UnreadableChange {
        UnreadableChange.unless(
                !required(field, id).equals(NONE) && !id.equals(ALL), field + " is not the id of a website");
        return id;
    }

    /** A status or the like. One that is added later is counted under its own name. */
    public static String word(String field, String value) throws UnreadableChange {
        UnreadableChange.unless(WORD.matcher(required(field, value)).matches(), field + " is not a word in lower case");
        return value;
    }

    public static String text(String field, String value) throws UnreadableChange {
        UnreadableChange.unless(required(field, value).indexOf('\0') < 0, field + " holds a NUL");
        return value;
    }

    public static String currency(String field, String value) throws UnreadableChange {
        UnreadableChange.unless(
                CURRENCY.matcher(required(field, value)).matches(), field + " is not a currency's three letters");
        return value;
    }

    public static BigDecimal amount(String field, BigDecimal value) throws UnreadableChange {
        UnreadableChange.unless(
                required(field, value).signum() >= 0
                        && value.compareTo(MAX_AMOUNT) <= 0
                        && value.stripTrailingZeros().scale() <= 2,
                field + " is not an amount with two decimals");
        return value.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static int count(String field, Integer value) throws UnreadableChange {
        UnreadableChange.unless(required(field, value) >= 0, field + " is negative");
        return value;
    }

    public static Instant instant(String field, Instant value) throws UnreadableChange {
        UnreadableChange.unless(
                !required(field, value).isBefore(FIRST) && !value.isAfter(LAST),
                field + " is not a moment that can be: " + value);
        return value;
    }

    /** The day that a moment falls on. */
    public static LocalDate day(String field, Instant value) throws UnreadableChange {
        return Grain.dayOf(instant(field, value));
    }

    public static LocalDate dayOrNull(String field, Instant value) throws UnreadableChange {
        return value == null ? null : day(field, value);
    }
}
