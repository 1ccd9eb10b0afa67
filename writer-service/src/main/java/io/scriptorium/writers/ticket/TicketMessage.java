package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What somebody wrote below a ticket. */
@Entity
@Immutable
class TicketMessage {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID ticketId;

    UUID authorId;

    Role authorRole;

    String body;

    Instant createdAt;
}
