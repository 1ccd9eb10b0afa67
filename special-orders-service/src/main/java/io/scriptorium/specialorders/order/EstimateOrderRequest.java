package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Problem;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;

/**
 * A price per day, or a total.
 *
 * @param durationDays how long it takes; as the client asked unless given
 * @param depositRequired the website's percentage of the total unless given
 * @param reason for the history
 */
public record EstimateOrderRequest(
        @Min(1) @Max(3650) Integer durationDays,

        @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal pricePerDay,

        @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal totalCost,

        @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal depositRequired,

        @SingleLine(max = 500) String reason) {

    void mustNameOnePrice() {
        if ((pricePerDay == null) == (totalCost == null)) {
            throw Problem.invalid("price_per_day", "or total_cost must be given, and not both");
        }
    }
}
