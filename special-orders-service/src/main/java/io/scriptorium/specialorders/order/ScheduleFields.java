package io.scriptorium.specialorders.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How a sum is to be paid: either in even parts, or as {@code installments} say.
 *
 * @param deposit the first part, before work starts; what the order requires unless given
 * @param firstDueOn when the first part is due; in a week unless given
 * @param parts how many even parts the rest has; 1 unless given
 * @param everyDays how many days lie between the parts; 30 unless given
 * @param installments all parts, the deposit first, that add up exactly; then nothing else is given
 */
public record ScheduleFields(
        @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal deposit,

        LocalDate firstDueOn,
        @Min(1) @Max(60) Integer parts,
        @Min(1) @Max(366) Integer everyDays,

        @Size(min = 1, max = 61) List<@NotNull @Valid InstallmentFields> installments) {

    static final ScheduleFields USUAL = new ScheduleFields(null, null, null, null, null);

    boolean even() {
        return installments == null;
    }
}
