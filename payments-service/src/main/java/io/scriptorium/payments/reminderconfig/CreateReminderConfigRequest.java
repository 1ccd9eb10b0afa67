package io.scriptorium.payments.reminderconfig;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A reminder config with its website.
 *
 * @param websiteId whose it is; an admin may leave it out
 */
public record CreateReminderConfigRequest(
        UUID websiteId,
        @NotNull @SingleLine(max = 100) String name,
        @NotNull @Min(0) @Max(100) Integer deadlinePercentage,
        @NotNull @SingleLine(max = 200) String emailSubject,
        @NotNull @Prose(max = 5000) String message,
        Boolean byEmail,
        Boolean byNotification,
        Boolean isActive,
        @Min(0) @Max(10_000) Integer displayOrder) {

    ReminderConfigFields fields() {
        return new ReminderConfigFields(
                name, deadlinePercentage, emailSubject, message, byEmail, byNotification, isActive, displayOrder);
    }
}
