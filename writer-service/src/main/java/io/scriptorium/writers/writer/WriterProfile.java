package io.scriptorium.writers.writer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/**
 * A writer on a website. Loaded to be changed, and then always with its row locked; what only reads selects columns.
 *
 * <p>What happens to a writer (orders, earnings, activity) does not count as an edit: it leaves the version as it is, so
 * that an order completed meanwhile refuses nobody's edit.
 */
@Entity
class WriterProfile {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    /** The account. */
    UUID writerId;

    /** From a sequence, so that it may have gaps. */
    @Generated
    @Column(insertable = false, updatable = false)
    String registrationId;

    String penName;

    UUID levelId;

    @Enumerated(EnumType.STRING)
    WriterStatus status;

    String statusReason;

    Instant statusChangedAt;

    /** As the database computes it, for queries; {@link WriterStatus#mayWork} says the same of the present status. */
    @Column(insertable = false, updatable = false)
    boolean isActive;

    boolean isAvailableForAutoAssignments;

    String availabilityMessage;

    Instant availabilityChangedAt;

    BigDecimal rating = new BigDecimal("0.00");

    int reviews;

    /** The sum of all scores. */
    long reviewPoints;

    @OptimisticLock(excluded = true)
    int completedOrders;

    @OptimisticLock(excluded = true)
    int activeOrders;

    @OptimisticLock(excluded = true)
    BigDecimal totalEarnings = new BigDecimal("0.00");

    String timeZone;

    List<String> skills;

    List<String> subjects;

    String introduction;

    @Enumerated(EnumType.STRING)
    PaymentSchedule paymentSchedule;

    boolean verified;

    @OptimisticLock(excluded = true)
    Instant lastActiveAt;

    Instant createdAt;

    @OptimisticLock(excluded = true)
    Instant updatedAt;

    @Version
    long version;

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

    void set(WriterFields fields, Instant now) {
        boolean availabilityChanges = availabilityChangedAt == null
                || isAvailableForAutoAssignments != fields.isAvailableForAutoAssignments()
                || !Objects.equals(availabilityMessage, fields.availabilityMessage());
        penName = fields.penName();
        levelId = fields.levelId();
        timeZone = fields.timeZone();
        skills = fields.skills();
        subjects = fields.subjects();
        introduction = fields.introduction();
        paymentSchedule = fields.paymentSchedule();
        verified = fields.verified();
        isAvailableForAutoAssignments = fields.isAvailableForAutoAssignments();
        availabilityMessage = fields.availabilityMessage();
        if (availabilityChanges) {
            availabilityChangedAt = now;
        }
        updatedAt = now;
    }

    void become(WriterStatus next, String reason, Instant now) {
        status = next;
        statusReason = reason;
        statusChangedAt = now;
        updatedAt = now;
    }

    /** The mean comes from the sum, so that no rounding is ever rounded again. */
    void review(int score, Instant now) {
        reviews++;
        reviewPoints += score;
        rating = BigDecimal.valueOf(reviewPoints).divide(BigDecimal.valueOf(reviews), 2, RoundingMode.HALF_EVEN);
        updatedAt = now;
    }

    void add(int completed, int active, BigDecimal earnings, Instant now) {
        completedOrders += completed;
        activeOrders += active;
        totalEarnings = totalEarnings.add(earnings);
        updatedAt = now;
    }

    void seen(Instant now) {
        lastActiveAt = now;
        updatedAt = now;
    }
}
