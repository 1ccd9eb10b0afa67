package io.scriptorium.payments.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Whether the ledger is right: for each website and currency the debits and credits of all accounts.
 *
 * @param balanced whether all differences are nothing, and no account deviates
 * @param deviations accounts whose kept sums are not those of their entries, the first hundred; null unless compared
 */
public record TrialBalanceView(boolean balanced, List<Sum> sums, List<Deviation> deviations) {
    /**
     * @param accounts how many have the currency on the website
     * @param difference debits less credits: 0.00
     */
    public record Sum(
            UUID websiteId,
            String currency,
            long accounts,
            BigDecimal debits,
            BigDecimal credits,
            BigDecimal difference) {
        /** As HQL selects it. */
        Sum(String tenant, String currency, long accounts, BigDecimal debits, BigDecimal credits) {
            this(UUID.fromString(tenant), currency, accounts, debits, credits, debits.subtract(credits));
        }

        boolean balanced() {
            return difference.signum() == 0;
        }
    }

    /** @param entriesDebits what the entries add up to, as do the next two */
    public record Deviation(
            UUID accountId,
            BigDecimal debits,
            BigDecimal credits,
            long entries,
            BigDecimal entriesDebits,
            BigDecimal entriesCredits,
            long entriesCount) {}
}
