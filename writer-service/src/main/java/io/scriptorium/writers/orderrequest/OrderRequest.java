package io.scriptorium.writers.orderrequest;

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

/** A writer asks for an order. */
@Entity
class OrderRequest {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    /** The writer's account. */
    UUID writerId;

    UUID orderId;

    String reason;

    @Enumerated(EnumType.STRING)
    OrderRequestStatus status = OrderRequestStatus.OPEN;

    String feedback;

    Instant requestedAt;

    /** When it ceased to be open. */
    Instant decidedAt;

    /** The account of whoever decided last: of staff, or the writer's own. */
    UUID decidedBy;

    /** Of an approved one: the order has a writer by now, so that the writer's active orders count it. */
    boolean takenUp;

    Instant updatedAt;

    @Version
    long version;

    boolean isOpen() {
        return status == OrderRequestStatus.OPEN;
    }

    /** @throws Problem 409, which names what it can become */
    void mayBecome(OrderRequestStatus next) {
        if (!status.next().contains(next)) {
            throw Problem.illegalTransition(status, next, status.next());
        }
    }

    void become(OrderRequestStatus next, String why, UUID who, Instant now) {
        mayBecome(next);
        status = next;
        feedback = why;
        decidedBy = who;
        if (decidedAt == null) {
            decidedAt = now;
        }
        updatedAt = now;
    }
}
