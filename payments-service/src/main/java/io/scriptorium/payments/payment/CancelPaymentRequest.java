package io.scriptorium.payments.payment;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;

/** @param reason for staff who read the history later */
public record CancelPaymentRequest(
        @NotNull @SingleLine(max = 500) String reason) {}
