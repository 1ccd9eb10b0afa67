package io.scriptorium.dashboard.repair;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a repair in the background stands. */
public enum RepairState {
    RUNNING,
    DONE,
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
