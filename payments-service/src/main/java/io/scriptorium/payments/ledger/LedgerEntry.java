package io.scriptorium.payments.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Read here; written by {@link LedgerTable}. */
@Entity
@Immutable
class LedgerEntry {
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    String currency;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "posting_id")
    LedgerPosting posting;

    UUID accountId;

    /** A debit is positive, a credit negative. */
    BigDecimal amount;

    Instant createdAt;
}
