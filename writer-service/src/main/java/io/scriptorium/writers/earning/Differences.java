package io.scriptorium.writers.earning;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What sources take from sums and add to them, put together, so that each sum is changed once. */
class Differences {
    /** Whose sums of which period. */
    record PeriodOf(String tenant, UUID writerId, PayPeriod period) {}

    /** What is added to a period's sums. */
    record InPeriod(BigDecimal earned, BigDecimal tips, int orders) {
        static final InPeriod NONE = new InPeriod(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        boolean isNothing() {
            return earned.signum() == 0 && tips.signum() == 0 && orders == 0;
        }

        InPeriod and(InPeriod more) {
            return new InPeriod(earned.add(more.earned), tips.add(more.tips), orders + more.orders);
        }
    }

    /** What is added to the writer's profile. */
    record InAll(int completed, int active, BigDecimal earned) {
        static final InAll NONE = new InAll(0, 0, BigDecimal.ZERO);

        boolean isNothing() {
            return completed == 0 && active == 0 && earned.signum() == 0;
        }

        InAll and(InAll more) {
            return new InAll(completed + more.completed, active + more.active, earned.add(more.earned));
        }
    }

    private final Map<PeriodOf, InPeriod> periods = new LinkedHashMap<>();
    private final Map<UUID, InAll> writers = new LinkedHashMap<>();

    void add(EarningSource source) {
        add(source, 1);
    }

    void take(EarningSource source) {
        add(source, -1);
    }

    private void add(EarningSource source, int sign) {
        BigDecimal earned = source.amount.multiply(BigDecimal.valueOf(sign));
        int orders = source.id.kind() == SourceKind.ORDER && source.completedAt != null ? sign : 0;
        if (source.period != null) {
            BigDecimal tips = source.id.kind() == SourceKind.TIP ? earned : BigDecimal.ZERO;
            periods.merge(
                    new PeriodOf(source.tenant, source.writerId, source.period),
                    new InPeriod(earned, tips, orders),
                    InPeriod::and);
        }
        writers.merge(source.writerId, new InAll(orders, source.active ? sign : 0, earned), InAll::and);
    }

    Map<PeriodOf, InPeriod> periods() {
        return periods;
    }

    Map<UUID, InAll> writers() {
        return writers;
    }
}
