package io.scriptorium.payments.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * An account with its balance.
 *
 * @param ownerId the account of the client or the writer; null for the accounts of which a website has one per currency
 * @param normalSide where the balance usually is: debit of what the website has, credit of what it owes or earned
 * @param balance what debits and credits leave on the normal side; negative when it is on the other one
 * @param entries how many made it
 */
public record LedgerAccountView(
        UUID id,
        UUID websiteId,
        AccountKind kind,
        UUID ownerId,
        String currency,
        Side normalSide,
        BigDecimal debits,
        BigDecimal credits,
        BigDecimal balance,
        long entries,
        Instant createdAt) {

    /** As HQL selects it. */
    LedgerAccountView(
            UUID id,
            String tenant,
            AccountKind kind,
            UUID ownerId,
            String currency,
            BigDecimal debits,
            BigDecimal credits,
            long entries,
            Instant createdAt) {
        this(
                id,
                UUID.fromString(tenant),
                kind,
                ownerId,
                currency,
                kind.normalSide(),
                debits,
                credits,
                kind.normalSide() == Side.DEBIT ? debits.subtract(credits) : credits.subtract(debits),
                entries,
                createdAt);
    }
}
