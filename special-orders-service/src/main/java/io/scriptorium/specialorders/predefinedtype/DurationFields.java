package io.scriptorium.specialorders.predefinedtype;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** @param price for all of the days, in the website's currency */
public record DurationFields(
        @NotNull @Min(1) @Max(3650) Integer days,

        @NotNull @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal price) {}
