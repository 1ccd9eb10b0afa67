package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What a writer asks the team of the website. */
@Entity
class Ticket {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The writer's account. */
    UUID writerId;

    @Enumerated(EnumType.STRING)
    TicketCategory category;

    @Enumerated(EnumType.STRING)
    TicketPriority priority;

    @Enumerated(EnumType.STRING)
    TicketStatus status;

    String subject;

    String description;

    /** A support or admin account of the website; null while nobody has it. */
    UUID assignedTo;

    /** Null until resolved, and again when reopened. */
    String resolution;

    Instant createdAt;

    /** The last change or message. */
    Instant updatedAt;

    Instant resolvedAt;

    Instant closedAt;

    @Version
    long version;

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    TicketFields fields() {
        return new TicketFields(category, priority, assignedTo);
    }

    void set(TicketFields fields, Instant now) {
        category = fields.category();
        priority = fields.priority();
        assignedTo = fields.assignedTo();
        updatedAt = now;
    }

    /** @throws Problem 409 that names what it may become */
    void become(TicketStatus next, Instant now) {
        if (!status.next().contains(next)) {
            throw Problem.illegalTransition(status, next, status.next());
        }
        status = next;
        updatedAt = now;
        switch (next) {
            case RESOLVED -> resolvedAt = now;
            case CLOSED -> closedAt = now;
            default -> {
                resolution = null;
                resolvedAt = null;
                closedAt = null;
            }
        }
    }
}
