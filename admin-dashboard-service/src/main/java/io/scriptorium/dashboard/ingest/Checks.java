package io.scriptorium.dashboard.ingest;

import io.scriptorium.dashboard.platform.Grain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** What must be true of a state's parts, so that the database can keep and add them. */
public final class Checks {
    /** Nothing is older than the web, nor comes from beyond what a date column holds. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final int LONGEST = 200;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final UUID NO_WEBSITE = new UUID(0, 0);
    private static final UUID ALL_WEBSITES = new UUID(-1, -1);

    private Checks() {}

    /** The day that the moment counts in. */
    public static LocalDate day(String field, Instant moment) throws UnreadableChange {
        UnreadableChange.unless(moment != null, field + " is missing");
        LocalDate day = Grain.dayOf(moment);
        UnreadableChange.unless(
                !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), field + " is not a day that can be: " + day);
        return day;
    }

    /** The same where there may be none. */
    public static LocalDate dayOrNull(String field, Instant moment) throws UnreadableChange {
        return moment == null ? null : day(field, moment);
    }

    /** A moment that falls on a day that can be. */
    public static Instant moment(String field, Instant moment) throws UnreadableChange {
        day(field, moment);
        return moment;
    }

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
                !required(field, id).equals(NO_WEBSITE) && !id.equals(ALL_WEBSITES), field + " is not a website's id");
        return id;
    }

    /** A status or the like. One that is added later is counted under its own name. */
    public static String word(String field, String value) throws UnreadableChange {
        UnreadableChange.unless(WORD.matcher(required(field, value)).matches(), field + " is not a word in lower case");
        return value;
    }

    public static int count(String field, Integer value) throws UnreadableChange {
        UnreadableChange.unless(required(field, value) >= 0, field + " is negative");
        return value;
    }

    public static String currency(String code) throws UnreadableChange {
        UnreadableChange.unless(code != null && code.matches("[A-Z]{3}"), "currency is not a code");
        return code;
    }

    public static BigDecimal amount(String field, BigDecimal amount) throws UnreadableChange {
        UnreadableChange.unless(amount != null, field + " is missing");
        UnreadableChange.unless(
                amount.signum() >= 0 && amount.compareTo(LARGEST) < 0, field + " is out of bounds: negative or huge");
        try {
            return amount.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finer) {
            throw new UnreadableChange(field + " has more than two decimals");
        }
    }

    public static String text(String field, String text) throws UnreadableChange {
        UnreadableChange.unless(text != null && !text.isBlank(), field + " is missing");
        UnreadableChange.unless(text.indexOf('\0') < 0, field + " holds a NUL");
        UnreadableChange.unless(text.length() <= LONGEST, field + " is too long");
        return text;
    }
}
