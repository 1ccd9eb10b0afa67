package io.scriptorium.writers.account;

import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** Somebody who works on a website, or a superadmin, who belongs to none. */
@Entity
class Account {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    /** A website's id, or {@link WebsiteTenant#ALL} for a superadmin. */
    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it; null for a superadmin. */
    @Column(name = "website", insertable = false, updatable = false)
    UUID website;

    String username;

    String email;

    @Column(name = "full_name")
    String fullName;

    Role role;

    /** Why the account is suspended; null while it is not. */
    @Column(name = "suspension_reason")
    String suspensionReason;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    long version;

    /** Null for a superadmin. */
    UUID websiteId() {
        return tenant.equals(WebsiteTenant.ALL) ? null : UUID.fromString(tenant);
    }

    boolean suspended() {
        return suspensionReason != null;
    }

    boolean isClient() {
        return role == Role.CLIENT;
    }

    AccountFields fields() {
        return new AccountFields(username, email, fullName, role);
    }

    void set(AccountFields fields, Instant now) {
        username = fields.username();
        email = fields.email();
        fullName = fields.fullName();
        role = fields.role();
        updatedAt = now;
    }
}
