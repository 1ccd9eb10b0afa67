package io.scriptorium.payments.reminder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a client is written to. */
public enum ReminderKind {
    REMINDER,
    /** The payment was cancelled because its due date passed. */
    DELETION;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
