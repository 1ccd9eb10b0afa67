package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * @param predefinedTypeId what is ordered, for {@code predefined}; must be left out for {@code estimated}
 * @param durationDays one of the type's durations for {@code predefined}; a wish, or left out, for {@code estimated}
 * @param inquiryDetails what the client wants
 */
public record OpenOrderRequest(
        @NotNull OrderType orderType,
        UUID predefinedTypeId,
        @Min(1) @Max(3650) Integer durationDays,
        @NotNull @Prose(max = 5000) String inquiryDetails) {}
