package io.scriptorium.payments.reminder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a reminder. */
public enum ReminderStatus {
    /** Recorded, and not delivered yet. */
    PENDING,
    SENT,
    /** Not sent, as its time had passed when it could be, or the payment was not pending any more. */
    SKIPPED,
    /** Given up, for the reason that it has. */
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
