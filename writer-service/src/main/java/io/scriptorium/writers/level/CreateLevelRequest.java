package io.scriptorium.writers.level;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;

/** @param websiteId whose level it is; an admin may leave it out */
public record CreateLevelRequest(
        UUID websiteId,
        @NotNull @SingleLine(max = 100) String name,

        @NotNull @Min(0) @Max(LevelFields.MAX_RANK) Integer rank,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal tipPercentage,

        @NotNull @Min(0) @Max(LevelFields.MAX_AT_ONCE) Integer maxOpenOrderRequests,
        @NotNull @Min(0) @Max(LevelFields.MAX_AT_ONCE) Integer maxActiveOrders) {

    LevelFields fields() {
        return new LevelFields(name, rank, tipPercentage, maxOpenOrderRequests, maxActiveOrders);
    }
}
