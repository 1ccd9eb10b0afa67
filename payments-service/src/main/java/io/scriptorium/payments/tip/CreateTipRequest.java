package io.scriptorium.payments.tip;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * @param writerId the writer's account
 * @param amount in the website's currency
 * @param currency may be left out; refused unless it is the website's
 * @param reference the order or class that it is given for; left out of a direct one
 * @param reason what the client says to the writer; may be left out
 */
public record CreateTipRequest(
        @NotNull UUID writerId,

        @NotNull
        @Digits(integer = 9, fraction = 2, message = "must have at most 9 digits before the point and 2 after it")
        BigDecimal amount,

        String currency,
        @NotNull TipType type,
        @SingleLine(max = 100) String reference,
        @Prose(max = 500) String reason) {}
