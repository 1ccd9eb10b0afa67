package io.scriptorium.writers.writer;

import io.scriptorium.writers.level.LevelView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A writer as the API shows one.
 *
 * @param id the profile's
 * @param writerId the account's, by which everything else names the writer
 * @param levelId null, as what follows of the level, until the writer has one
 * @param isActive whether the writer may work: active or on probation
 * @param rating the mean of the reviews to two decimals; 0.00 without any
 * @param totalEarnings in the website's currency, two decimals
 * @param lastActiveAt when the writer last did something here; null before
 */
public record WriterView(
        UUID id,
        UUID websiteId,
        UUID writerId,
        String registrationId,
        String penName,
        UUID levelId,
        String levelName,
        Integer levelRank,
        BigDecimal tipPercentage,
        WriterStatus status,
        String statusReason,
        Instant statusChangedAt,
        boolean isActive,
        boolean isAvailableForAutoAssignments,
        String availabilityMessage,
        Instant availabilityChangedAt,
        BigDecimal rating,
        int reviews,
        int completedOrders,
        int activeOrders,
        BigDecimal totalEarnings,
        String timeZone,
        List<String> skills,
        List<String> subjects,
        String introduction,
        PaymentSchedule paymentSchedule,
        boolean verified,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActiveAt,
        long version) {

    /** For other features, which do not know the enum. */
    public String statusName() {
        return status.wireName();
    }

    /** @param level null while the writer has none */
    static WriterView of(WriterProfile writer, LevelView level) {
        return new WriterView(
                writer.id,
                UUID.fromString(writer.tenant),
                writer.writerId,
                writer.registrationId,
                writer.penName,
                writer.levelId,
                level == null ? null : level.name(),
                level == null ? null : level.rank(),
                level == null ? null : level.tipPercentage(),
                writer.status,
                writer.statusReason,
                writer.statusChangedAt,
                writer.status.mayWork(),
                writer.isAvailableForAutoAssignments,
                writer.availabilityMessage,
                writer.availabilityChangedAt,
                writer.rating,
                writer.reviews,
                writer.completedOrders,
                writer.activeOrders,
                writer.totalEarnings,
                writer.timeZone,
                writer.skills,
                writer.subjects,
                writer.introduction,
                writer.paymentSchedule,
                writer.verified,
                writer.createdAt,
                writer.updatedAt,
                writer.lastActiveAt,
                writer.version);
    }
}
