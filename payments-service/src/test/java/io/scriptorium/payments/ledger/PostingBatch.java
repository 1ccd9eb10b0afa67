package io.scriptorium.payments.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Many payments and refunds that a test posts at once, as {@link LedgerService} posts one. */
public final class PostingBatch {
    private final List<Posting> postings = new ArrayList<>();

    /** @param writer null for what is no tip */
    public PostingBatch paid(
            String website, UUID payment, UUID client, BigDecimal amount, UUID writer, BigDecimal writerShare) {
        postings.addAll(Posting.paid(split(website, payment, client, amount, writer, writerShare)));
        return this;
    }

    public PostingBatch refunded(
            String website,
            UUID payment,
            UUID client,
            BigDecimal amount,
            UUID writer,
            BigDecimal writerShare,
            BigDecimal refundedTotal) {
        postings.addAll(Posting.refunded(split(website, payment, client, amount, writer, writerShare), refundedTotal));
        return this;
    }

    public PostingBatch add(PostingBatch other) {
        postings.addAll(other.postings);
        return this;
    }

    /** In the transaction that is under way. */
    public int post(LedgerService ledger) {
        return ledger.post(postings);
    }

    private static Posting.Split split(
            String website, UUID payment, UUID client, BigDecimal amount, UUID writer, BigDecimal writerShare) {
        return new Posting.Split(website, "USD", payment, client, amount, writer, writerShare);
    }
}
