package io.scriptorium.specialorders.depositsetting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The deposit that estimated orders of a website ask for.
 *
 * @param percentage of the total cost
 * @param updatedAt null while the website keeps to the usual
 * @param version 0 while the website keeps to the usual
 */
public record DepositSettingView(UUID websiteId, BigDecimal percentage, Instant updatedAt, long version) {
    static final BigDecimal USUAL = new BigDecimal("50.00");

    static DepositSettingView usual(UUID websiteId) {
        return new DepositSettingView(websiteId, USUAL, null, 0);
    }

    /** One more than the row's version, whose first is 0: the usual has had none. */
    static DepositSettingView of(DepositSetting setting) {
        return new DepositSettingView(setting.id, setting.percentage, setting.updatedAt, setting.version + 1);
    }
}
