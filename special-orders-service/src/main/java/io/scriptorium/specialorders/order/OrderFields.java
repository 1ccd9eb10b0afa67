package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.NotNull;

/**
 * What staff may change of an order beside its steps.
 *
 * @param adminNotes for staff alone
 */
public record OrderFields(
        @NotNull @Prose(max = 5000) String inquiryDetails,
        @Prose(max = 5000) String adminNotes) {}
