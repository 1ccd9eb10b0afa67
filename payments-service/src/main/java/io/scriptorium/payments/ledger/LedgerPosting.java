package io.scriptorium.payments.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Read here; written by {@link LedgerTable}. */
@Entity
@Immutable
class LedgerPosting {
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    String currency;
    UUID paymentId;
    PostingKind kind;
    BigDecimal refundedTotal;
    BigDecimal amount;
    Instant createdAt;
}
