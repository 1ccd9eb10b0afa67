package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Problem;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A writer, with pay as an amount or as a percentage of the total.
 *
 * @param writerId the writer's account
 * @param reason for the history
 */
public record AssignWriterRequest(
        @NotNull UUID writerId,

        @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal payAmount,

        @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal payPercentage,

        @SingleLine(max = 500) String reason) {

    void mustNameOnePay() {
        if ((payAmount == null) == (payPercentage == null)) {
            throw Problem.invalid("pay_amount", "or pay_percentage must be given, and not both");
        }
    }
}
