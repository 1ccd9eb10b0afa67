package io.scriptorium.payments.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Read here; written by {@link LedgerTable}, and its sums by the database as entries come. */
@Entity
@Immutable
class LedgerAccount {
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    String currency;
    AccountKind kind;

    /** The client or the writer; null for the accounts of which a website has one per currency. */
    UUID ownerId;

    BigDecimal debits;
    BigDecimal credits;
    long entries;
    Instant createdAt;
}
