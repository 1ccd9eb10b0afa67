package io.scriptorium.payments.tip;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a tip is shared. The writer's share is rounded half-even to the cent, the platform gets the rest, so that the two
 * always are the amount.
 *
 * <p>Of what is given back the writer bears the same share, reckoned on all that has been given back so far rather than on
 * each refund: after the last refund the writer's whole share is back, in however many parts.
 *
 * @param percentage 0 to 100
 */
record TipSplit(BigDecimal amount, BigDecimal percentage, BigDecimal writerEarning, BigDecimal platformProfit) {
    private static final int CENTS = 2;

    static TipSplit of(BigDecimal amount, BigDecimal percentage) {
        BigDecimal whole = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        BigDecimal earning = whole.multiply(percentage).movePointLeft(2).setScale(CENTS, RoundingMode.HALF_EVEN);
        return new TipSplit(whole, percentage, earning, whole.subtract(earning));
    }

    /**
     * @param refunded all that was given back so far, 0 to the amount
     * @return what of it was the writer's
     */
    static BigDecimal writerShareOf(BigDecimal refunded, BigDecimal amount, BigDecimal writerEarning) {
        return writerEarning.multiply(refunded).divide(amount, CENTS, RoundingMode.HALF_EVEN);
    }
}
