package io.scriptorium.payments.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is known of what a provider was asked. Open is not failed: money may be moving. */
public enum AttemptStatus {
    OPEN,
    SUCCEEDED,
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
