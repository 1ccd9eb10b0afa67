package io.scriptorium.payments.deletionmessage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** In which words the clients of a website are told that a payment was cancelled because its due date passed. */
@Entity
class DeletionMessage {
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
    String emailSubject;
    String message;
    boolean byEmail;
    boolean byNotification;
    boolean active;
    Instant createdAt;
    Instant updatedAt;

    @Version
    long version;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    DeletionMessageFields fields() {
        return new DeletionMessageFields(name, emailSubject, message, byEmail, byNotification, active);
    }

    void set(DeletionMessageFields fields, Instant now) {
        name = fields.name();
        emailSubject = fields.emailSubject();
        message = fields.message();
        byEmail = fields.byEmail();
        byNotification = fields.byNotification();
        active = fields.isActive();
        updatedAt = now;
    }
}
