package io.scriptorium.dashboard.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money, means and shares as dashboards show them: two decimals, half-even. */
public final class Amounts {
    public static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    /** @param sum null for the sum of nothing */
    public static BigDecimal of(BigDecimal sum) {
        return sum == null ? NONE : sum.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** 0.00 of nothing. */
    public static BigDecimal mean(BigDecimal sum, long count) {
        return count == 0 ? NONE : sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_EVEN);
    }

    /** In a larger unit: so many of the sum's are one. */
    public static BigDecimal mean(BigDecimal sum, BigDecimal unit, long count) {
        return count == 0 ? NONE : sum.divide(unit.multiply(BigDecimal.valueOf(count)), 2, RoundingMode.HALF_EVEN);
    }

    /** What percentage of the whole a part is; 0.00 of nothing. */
    public static BigDecimal percentage(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? NONE : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_EVEN);
    }

    public static BigDecimal percentage(long part, long whole) {
        return percentage(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
