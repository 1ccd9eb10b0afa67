package io.scriptorium.writers.level;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a client may change of a level.
 *
 * @param name unique per website, whatever the case of its letters
 * @param rank the higher, the further up
 * @param tipPercentage the writer's share of a tip
 */
public record LevelFields(
        @NotNull @SingleLine(max = 100) String name,

        @NotNull @Min(0) @Max(MAX_RANK) Integer rank,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal tipPercentage,

        @NotNull @Min(0) @Max(MAX_AT_ONCE) Integer maxOpenOrderRequests,
        @NotNull @Min(0) @Max(MAX_AT_ONCE) Integer maxActiveOrders) {

    static final int MAX_RANK = 1_000;
    static final int MAX_AT_ONCE = 1_000;

    public LevelFields {
        tipPercentage = toTwoDecimals(tipPercentage);
    }

    /** As the database gives it back; what has more decimals is left for the validator to refuse. */
    static BigDecimal toTwoDecimals(BigDecimal percentage) {
        return percentage == null || percentage.stripTrailingZeros().scale() > 2
                ? percentage
                : percentage.setScale(2, RoundingMode.UNNECESSARY);
    }
}
