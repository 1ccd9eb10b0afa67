package io.scriptorium.specialorders.order;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;

/**
 * @param method how it was completed; {@code by_admin} is an admin's word, whatever was handed over
 * @param reason why, for the history
 */
public record CompleteOrderRequest(
        @NotNull CompletionMethod method,
        @NotNull @SingleLine(max = 500) String reason) {}
