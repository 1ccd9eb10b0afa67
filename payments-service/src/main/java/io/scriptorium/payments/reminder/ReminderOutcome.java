package io.scriptorium.payments.reminder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of the payment afterwards. */
public enum ReminderOutcome {
    OPEN,
    /** Completed after the reminder had been recorded. */
    PAID,
    EXPIRED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
