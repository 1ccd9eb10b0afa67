package io.scriptorium.payments.deletionmessage;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A deletion message with its website.
 *
 * @param websiteId whose it is; an admin may leave it out
 */
public record CreateDeletionMessageRequest(
        UUID websiteId,
        @NotNull @SingleLine(max = 100) String name,
        @NotNull @SingleLine(max = 200) String emailSubject,
        @NotNull @Prose(max = 5000) String message,
        Boolean byEmail,
        Boolean byNotification,
        Boolean isActive) {

    DeletionMessageFields fields() {
        return new DeletionMessageFields(name, emailSubject, message, byEmail, byNotification, isActive);
    }
}
