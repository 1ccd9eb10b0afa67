package io.scriptorium.specialorders.order;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/** @param dueOn the last day to pay it, on the website's calendar */
public record InstallmentFields(
        @NotNull @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal amount,

        @NotNull LocalDate dueOn) {}
