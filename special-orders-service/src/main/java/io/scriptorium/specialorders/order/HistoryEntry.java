package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** One thing that was done to an order. The database lets nobody change it. */
@Entity
@Immutable
@Table(name = "order_history")
class HistoryEntry {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID orderId;
    Instant at;

    /** Null, as the role is, when it is no person but what was heard of a payment. */
    UUID actorId;

    Role actorRole;

    @Enumerated(EnumType.STRING)
    HistoryAction action;

    /** The order's, afterwards. */
    @Enumerated(EnumType.STRING)
    OrderStatus status;

    String what;

    /** Null where nobody was asked for a reason. */
    String why;
}
