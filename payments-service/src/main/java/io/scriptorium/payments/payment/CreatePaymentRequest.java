package io.scriptorium.payments.payment;

import io.scriptorium.platform.CurrencyCode;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * @param websiteId for superadmins; the others have but one
 * @param clientId who shall pay; a client leaves it out
 * @param kind {@code order}
 * @param reference the order's id or number, unique among the website's payments for orders
 * @param dueAt left out when it is due at no particular time
 */
public record CreatePaymentRequest(
        UUID websiteId,
        UUID clientId,
        @NotNull PaymentKind kind,
        @NotNull @SingleLine(max = 100) String reference,

        @NotNull
        @DecimalMin(value = LEAST, message = "must be at least " + LEAST)
        @DecimalMax(value = MOST, message = "must be at most " + MOST)
        @Digits(integer = 7, fraction = 2, message = "must have at most seven digits before the point and two after")
        BigDecimal amount,

        @NotNull @CurrencyCode String currency,
        Instant dueAt) {
    static final String LEAST = "0.01";
    static final String MOST = "9999999.99";
}
