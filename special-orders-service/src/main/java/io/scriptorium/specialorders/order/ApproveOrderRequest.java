package io.scriptorium.specialorders.order;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;

/**
 * @param cost what the client pays; the order's total unless given
 * @param schedule the deposit in a week and the rest a month later unless given
 * @param reason for the history
 */
public record ApproveOrderRequest(
        @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
        BigDecimal cost,

        @Valid ScheduleFields schedule,
        @SingleLine(max = 500) String reason) {

    ScheduleFields scheduleOrUsual() {
        return schedule == null ? ScheduleFields.USUAL : schedule;
    }
}
