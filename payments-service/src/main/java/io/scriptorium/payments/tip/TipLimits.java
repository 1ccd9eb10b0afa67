package io.scriptorium.payments.tip;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What a tip may amount to, in whatever currency its website has. */
@ConfigMapping(prefix = "tips")
interface TipLimits {
    @WithDefault("1.00")
    BigDecimal minimumAmount();

    /** A slip of the keyboard should cost a question, not a month's rent. */
    @WithDefault("5000.00")
    BigDecimal maximumAmount();
}
