package io.scriptorium.writers.website;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A tenant. It has none itself: only superadmins come here. */
@Entity
class Website {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String name;

    /** In lower case. */
    String domain;

    String currency;

    @Column(name = "time_zone")
    String timeZone;

    boolean active;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    long version;

    WebsiteFields fields() {
        return new WebsiteFields(name, domain, currency, timeZone, active);
    }

    void set(WebsiteFields fields, Instant now) {
        name = fields.name();
        domain = fields.domain();
        currency = fields.currency();
        timeZone = fields.timeZone();
        active = fields.active();
        updatedAt = now;
    }
}
