package io.scriptorium.payments.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/**
 * One reminder of a payment, or the message that it expired: recorded in the transaction that decided it, delivered
 * afterwards, then confirmed. Its words are those of when it was recorded, with {@code {client_name}} left open.
 */
@Entity
class Reminder {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    UUID paymentId;
    UUID clientId;
    ReminderKind kind;

    /** Null for a deletion message. */
    UUID configId;

    /** Null for a reminder. */
    UUID deletionMessageId;

    boolean byEmail;
    boolean byNotification;
    String title;
    String text;
    ReminderStatus status;
    ReminderOutcome outcome;

    /** Why it is skipped or failed; while it is pending, what has kept it from being sent. */
    String reason;

    /** How often it was handed to the mail server, or was about to be. */
    int attempts;

    /** When whoever comes first may deliver it: moved on while somebody tries. Null once there is nothing left to do. */
    Instant nextAttemptAt;

    Instant createdAt;
    Instant updatedAt;
    Instant sentAt;

    @Version
    long version;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    boolean isPending() {
        return status == ReminderStatus.PENDING;
    }

    void sent(Instant now) {
        end(ReminderStatus.SENT, null, now);
        sentAt = now;
    }

    void skipped(String why, Instant now) {
        end(ReminderStatus.SKIPPED, why, now);
    }

    void failed(String why, Instant now) {
        end(ReminderStatus.FAILED, why, now);
    }

    void became(ReminderOutcome outcome, Instant now) {
        this.outcome = outcome;
        updatedAt = now;
    }

    private void end(ReminderStatus status, String reason, Instant now) {
        this.status = status;
        this.reason = reason;
        nextAttemptAt = null;
        updatedAt = now;
    }
}
