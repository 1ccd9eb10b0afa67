package io.scriptorium.payments.reminderconfig;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** When, how and in which words the clients of a website are reminded of a payment. */
@Entity
class ReminderConfig {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    String name;
    int deadlinePercentage;
    String emailSubject;
    String message;
    boolean byEmail;
    boolean byNotification;
    boolean active;
    int displayOrder;
    Instant createdAt;
    Instant updatedAt;

    @Version
    long version;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    ReminderConfigFields fields() {
        return new ReminderConfigFields(
                name, deadlinePercentage, emailSubject, message, byEmail, byNotification, active, displayOrder);
    }

    void set(ReminderConfigFields fields, Instant now) {
        name = fields.name();
        deadlinePercentage = fields.deadlinePercentage();
        emailSubject = fields.emailSubject();
        message = fields.message();
        byEmail = fields.byEmail();
        byNotification = fields.byNotification();
        active = fields.isActive();
        displayOrder = fields.displayOrder();
        updatedAt = now;
    }
}
