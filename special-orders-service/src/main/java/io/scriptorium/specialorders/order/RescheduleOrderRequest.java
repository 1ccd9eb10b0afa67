package io.scriptorium.specialorders.order;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * @param schedule of what is not paid yet: in one part, in a week, unless given
 * @param reason for the history
 */
public record RescheduleOrderRequest(
        @Valid ScheduleFields schedule,
        @NotNull @SingleLine(max = 500) String reason) {

    ScheduleFields scheduleOrUsual() {
        return schedule == null ? ScheduleFields.USUAL : schedule;
    }
}
