package io.scriptorium.launcher;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a token is good, as people write it. */
final class TimeToLive {
    static final Duration LONGEST = Duration.ofDays(30);

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})([smhd])");

    private TimeToLive() {}

    /**
     * @param text {@code 30s}, {@code 15m}, {@code 1h}, {@code 7d}
     * @throws IllegalArgumentException with a sentence, for anything else, and beyond thirty days
     */
    static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "A token's time to live is a number and a unit, such as 30s, 15m, 1h or 7d; not: " + text);
        }
        long number = Long.parseLong(form.group(1));
        Duration duration = switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token is good for 30 days at most; not: " + text);
        }
        return duration;
    }
}
