package io.scriptorium.payments.reminderconfig;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What staff may set of a reminder config.
 *
 * @param deadlinePercentage the share of the time from a payment's creation to its due date; unique per website
 * @param emailSubject a notification's title, too
 * @param byEmail false unless said otherwise; this or {@code byNotification} must be true
 * @param isActive true unless said otherwise
 * @param displayOrder 0 unless said otherwise
 */
public record ReminderConfigFields(
        @NotNull @SingleLine(max = 100) String name,
        @NotNull @Min(0) @Max(100) Integer deadlinePercentage,

        @Schema(description = "May have the placeholders of message") @NotNull @SingleLine(max = 200)
        String emailSubject,

        @Schema(
                description = "May have the placeholders {client_name}, {amount}, {currency}, {due_date}, {website} and"
                        + " {reference}")
        @NotNull
        @Prose(max = 5000)
        String message,

        Boolean byEmail,
        Boolean byNotification,
        Boolean isActive,
        @Min(0) @Max(10_000) Integer displayOrder) {

    public ReminderConfigFields {
        byEmail = byEmail != null && byEmail;
        byNotification = byNotification != null && byNotification;
        isActive = isActive == null || isActive;
        displayOrder = displayOrder == null ? 0 : displayOrder;
    }
}
