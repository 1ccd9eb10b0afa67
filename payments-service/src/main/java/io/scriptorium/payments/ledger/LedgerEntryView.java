package io.scriptorium.payments.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A debit or credit on an account.
 *
 * @param postingId that of all entries which belong together and balance
 * @param kind of the posting
 * @param paymentId whose payment or refund it is
 */
public record LedgerEntryView(
        UUID id,
        UUID websiteId,
        UUID postingId,
        PostingKind kind,
        UUID paymentId,
        UUID accountId,
        Side side,
        BigDecimal amount,
        String currency,
        Instant createdAt) {

    /** As HQL selects it. */
    LedgerEntryView(
            UUID id,
            String tenant,
            UUID postingId,
            PostingKind kind,
            UUID paymentId,
            UUID accountId,
            BigDecimal signedAmount,
            String currency,
            Instant createdAt) {
        this(
                id,
                UUID.fromString(tenant),
                postingId,
                kind,
                paymentId,
                accountId,
                signedAmount.signum() > 0 ? Side.DEBIT : Side.CREDIT,
                signedAmount.abs(),
                currency,
                createdAt);
    }
}
