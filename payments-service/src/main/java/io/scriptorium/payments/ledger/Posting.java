package io.scriptorium.payments.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one cause moved: entries that add up to nothing.
 *
 * @param amount the sum of its debits
 * @param refundedTotal what has been refunded of the payment, this refund included, by which refunds are told apart; zero
 *     of everything else
 */
record Posting(
        String website,
        String currency,
        UUID payment,
        PostingKind kind,
        BigDecimal refundedTotal,
        BigDecimal amount,
        List<Entry> entries) {
    private static final BigDecimal NONE = new BigDecimal("0.00");

    /** @param amount a debit is positive, a credit negative */
    record Entry(AccountKey account, BigDecimal amount) {}

    /**
     * Who gets what of a payment, or of a refund.
     *
     * @param writer null unless a writer has a share
     * @param writerShare zero without a writer
     */
    record Split(
            String website,
            String currency,
            UUID payment,
            UUID client,
            BigDecimal amount,
            UUID writer,
            BigDecimal writerShare) {
        Split {
            if (amount.signum() <= 0 || writerShare.signum() < 0 || writerShare.compareTo(amount) > 0) {
                throw new IllegalArgumentException("a share must lie within the amount, and that must be above zero");
            }
            if (writer == null && writerShare.signum() != 0) {
                throw new IllegalArgumentException("a writer's share needs the writer");
            }
        }

        BigDecimal platformShare() {
            return amount.subtract(writerShare);
        }

        private AccountKey account(AccountKind kind, UUID owner) {
            return new AccountKey(website, currency, kind, owner);
        }

        /** Those who earn by a charge, in credit; by a credit note the other way round. */
        private List<Entry> earners() {
            List<Entry> entries = new ArrayList<>();
            if (writerShare.signum() > 0) {
                entries.add(new Entry(account(AccountKind.WRITER, writer), writerShare.negate()));
            }
            if (platformShare().signum() > 0) {
                entries.add(new Entry(
                        account(AccountKind.PLATFORM, null), platformShare().negate()));
            }
            return entries;
        }

        private Entry owed() {
            return new Entry(account(AccountKind.CLIENT, client), amount);
        }

        private Entry held() {
            return new Entry(account(AccountKind.PROVIDER_CLEARING, null), amount);
        }

        private Posting posting(PostingKind kind, BigDecimal refundedTotal, List<Entry> entries) {
            return new Posting(website, currency, payment, kind, refundedTotal, amount, entries);
        }
    }

    /** A payment came in: what it was for is charged, and settled. */
    static List<Posting> paid(Split split) {
        List<Entry> charge = new ArrayList<>(split.earners());
        charge.add(split.owed());
        return List.of(
                split.posting(split.writer() == null ? PostingKind.CHARGE : PostingKind.TIP_SPLIT, NONE, charge),
                split.posting(PostingKind.PAYMENT, NONE, List.of(split.held(), negated(split.owed()))));
    }

    /** The same backwards, for a part. */
    static List<Posting> refunded(Split split, BigDecimal refundedTotal) {
        List<Entry> creditNote =
                new ArrayList<>(split.earners().stream().map(Posting::negated).toList());
        creditNote.add(negated(split.owed()));
        return List.of(
                split.posting(PostingKind.CREDIT_NOTE, refundedTotal, creditNote),
                split.posting(PostingKind.REFUND, refundedTotal, List.of(split.owed(), negated(split.held()))));
    }

    private static Entry negated(Entry entry) {
        return new Entry(entry.account(), entry.amount().negate());
    }
}
