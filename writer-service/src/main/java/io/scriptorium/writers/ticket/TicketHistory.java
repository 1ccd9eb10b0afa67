package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** One change of one field of a ticket; the database lets nobody rewrite it. */
@Entity
@Immutable
class TicketHistory {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID ticketId;

    UUID actorId;

    Role actorRole;

    @Enumerated(EnumType.STRING)
    TicketField field;

    String before;

    String after;

    String note;

    Instant createdAt;
}
