package io.scriptorium.payments.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Of an entry, or of a balance. */
public enum Side {
    DEBIT,
    CREDIT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
