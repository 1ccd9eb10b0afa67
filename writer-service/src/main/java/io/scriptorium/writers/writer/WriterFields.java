package io.scriptorium.writers.writer;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import io.scriptorium.platform.TimeZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a client may change of a writer. Staff change all of it; writers their own introduction, skills and
 * availability.
 *
 * @param levelId null until staff give one
 * @param skills none unless said otherwise
 * @param subjects none unless said otherwise
 */
public record WriterFields(
        @NotNull @SingleLine(max = 100) String penName,
        UUID levelId,
        @NotNull @TimeZoneName String timeZone,

        @Size(max = MAX_TAGS) List<@NotNull @Pattern(regexp = TAG, message = TAG_MESSAGE) String> skills,

        @Size(max = MAX_TAGS) List<@NotNull @Pattern(regexp = TAG, message = TAG_MESSAGE) String> subjects,

        @Prose(max = 5_000) String introduction,
        @NotNull PaymentSchedule paymentSchedule,
        Boolean verified,
        Boolean isAvailableForAutoAssignments,
        @SingleLine(max = 300) String availabilityMessage) {

    static final int MAX_TAGS = 30;
    /** One line that is not blank, of characters that a text column can hold. */
    static final String TAG = "(?U)(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,60}";

    static final String TAG_MESSAGE = "must be one line of 1 to 60 characters, not blank, without control characters";

    public WriterFields {
        skills = skills == null ? List.of() : skills;
        subjects = subjects == null ? List.of() : subjects;
        verified = verified != null && verified;
        isAvailableForAutoAssignments = isAvailableForAutoAssignments != null && isAvailableForAutoAssignments;
    }

    /** Whether only what writers may change themselves differs. */
    boolean isOwnEditOf(WriterFields before) {
        return penName.equals(before.penName)
                && Objects.equals(levelId, before.levelId)
                && timeZone.equals(before.timeZone)
                && subjects.equals(before.subjects)
                && paymentSchedule == before.paymentSchedule
                && verified.equals(before.verified);
    }
}
