package io.scriptorium.payments.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** How a client is reached; writer-service owns it. Personal data: in no log, no event and no answer. */
@Entity
class Contact {
    /** The account's. */
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    String fullName;
    String email;
}
