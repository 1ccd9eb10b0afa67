package io.scriptorium.writers.orderrequest;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.NotNull;

/** @param feedback for the writer to read */
public record RejectOrderRequestRequest(
        @NotNull @Prose(max = 2_000) String feedback) {}
