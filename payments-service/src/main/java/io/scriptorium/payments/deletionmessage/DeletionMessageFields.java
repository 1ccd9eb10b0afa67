package io.scriptorium.payments.deletionmessage;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What staff may set of a deletion message.
 *
 * @param emailSubject a notification's title, too
 * @param byEmail false unless said otherwise; this or {@code byNotification} must be true
 * @param isActive true unless said otherwise
 */
public record DeletionMessageFields(
        @NotNull @SingleLine(max = 100) String name,

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
        Boolean isActive) {

    public DeletionMessageFields {
        byEmail = byEmail != null && byEmail;
        byNotification = byNotification != null && byNotification;
        isActive = isActive == null || isActive;
    }
}
