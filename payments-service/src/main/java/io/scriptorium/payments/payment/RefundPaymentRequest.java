package io.scriptorium.payments.payment;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * @param amount in the payment's currency; at most what was captured and not given back
 * @param reason for staff who read the history later
 */
public record RefundPaymentRequest(
        @NotNull
        @DecimalMin(value = CreatePaymentRequest.LEAST, message = "must be at least " + CreatePaymentRequest.LEAST)
        @DecimalMax(value = CreatePaymentRequest.MOST, message = "must be at most " + CreatePaymentRequest.MOST)
        @Digits(integer = 7, fraction = 2, message = "must have at most seven digits before the point and two after")
        BigDecimal amount,

        @NotNull @SingleLine(max = 500) String reason) {}
