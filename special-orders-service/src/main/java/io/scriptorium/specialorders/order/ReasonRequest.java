package io.scriptorium.specialorders.order;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;

/** @param reason why, for the history */
public record ReasonRequest(@NotNull @SingleLine(max = 500) String reason) {}
