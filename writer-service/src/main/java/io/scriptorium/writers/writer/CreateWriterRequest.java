package io.scriptorium.writers.writer;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import io.scriptorium.platform.TimeZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * @param writerId the account of role writer; a writer may leave it out
 * @param status active unless staff say applied or probation; a writer's own is always applied
 * @param levelId for staff to give, as is verified
 */
public record CreateWriterRequest(
        UUID writerId,
        WriterStatus status,
        @NotNull @SingleLine(max = 100) String penName,
        UUID levelId,
        @NotNull @TimeZoneName String timeZone,

        @Size(max = WriterFields.MAX_TAGS)
        List<@NotNull @Pattern(regexp = WriterFields.TAG, message = WriterFields.TAG_MESSAGE) String> skills,

        @Size(max = WriterFields.MAX_TAGS)
        List<@NotNull @Pattern(regexp = WriterFields.TAG, message = WriterFields.TAG_MESSAGE) String> subjects,

        @Prose(max = 5_000) String introduction,
        @NotNull PaymentSchedule paymentSchedule,
        Boolean verified,
        Boolean isAvailableForAutoAssignments,
        @SingleLine(max = 300) String availabilityMessage) {

    WriterFields fields() {
        return new WriterFields(
                penName,
                levelId,
                timeZone,
                skills,
                subjects,
                introduction,
                paymentSchedule,
                verified,
                isAvailableForAutoAssignments,
                availabilityMessage);
    }
}
