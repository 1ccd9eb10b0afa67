package io.scriptorium.writers.writer;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How often a writer is paid. On the wire and in the database: the name in lower case. */
public enum PaymentSchedule {
    BI_WEEKLY,
    MONTHLY;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
