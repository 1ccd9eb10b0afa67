package io.scriptorium.writers.orderrequest;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * @param orderId which order the writer asks for
 * @param reason why the writer should have it
 */
public record CreateOrderRequestRequest(
        @NotNull UUID orderId, @NotNull @Prose(max = 2_000) String reason) {}
