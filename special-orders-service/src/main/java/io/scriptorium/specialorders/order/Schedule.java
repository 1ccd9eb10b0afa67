package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a sum into installments that add up to it exactly.
 *
 * <p>Even parts differ by a cent at most, the larger ones first; a sum of fewer cents than parts has fewer parts, since
 * nobody is asked for nothing.
 *
 * @param sum what is to be paid, in two decimals
 * @param deposit what of it is asked for first unless the client says otherwise; null when work has started already
 * @param today on the website
 */
record Schedule(BigDecimal sum, BigDecimal deposit, LocalDate today, ZoneId zone) {
    private static final int DAYS_TO_FIRST = 7;
    private static final int DAYS_BETWEEN = 30;
    private static final int YEARS_AHEAD = 10;

    /** @throws Problem 422 for what does not add up, or is due in the past */
    List<PlannedInstallment> of(ScheduleFields fields) {
        return fields.even() ? even(fields) : given(fields);
    }

    private List<PlannedInstallment> even(ScheduleFields fields) {
        LocalDate first = fields.firstDueOn() == null ? today.plusDays(DAYS_TO_FIRST) : fields.firstDueOn();
        mustLieAhead("schedule.first_due_on", first);
        int parts = fields.parts() == null ? 1 : fields.parts();
        int between = fields.everyDays() == null ? DAYS_BETWEEN : fields.everyDays();

        List<BigDecimal> amounts = new ArrayList<>();
        BigDecimal before = deposit(fields);
        if (before.signum() > 0) {
            amounts.add(before);
        }
        amounts.addAll(parts(sum.subtract(before), parts));
        List<PlannedInstallment> planned = new ArrayList<>();
        for (BigDecimal amount : amounts) {
            planned.add(PlannedInstallment.of(amount, first.plusDays((long) between * planned.size()), zone));
        }
        return planned;
    }

    private BigDecimal deposit(ScheduleFields fields) {
        if (deposit == null) {
            if (fields.deposit() != null) {
                throw Problem.invalid("schedule.deposit", "must be left out: work has started");
            }
            return BigDecimal.ZERO.setScale(2);
        }
        BigDecimal wanted =
                fields.deposit() == null ? deposit.min(sum) : fields.deposit().setScale(2);
        if (wanted.compareTo(sum) > 0) {
            throw Problem.invalid("schedule.deposit", "must not be more than what is to be paid: " + sum);
        }
        return wanted;
    }

    /** {@code 100.00} in 7: four of 14.29, three of 14.28. */
    static List<BigDecimal> parts(BigDecimal sum, int parts) {
        BigInteger[] cents = sum.unscaledValue().divideAndRemainder(BigInteger.valueOf(parts));
        List<BigDecimal> amounts = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            BigInteger amount = i < cents[1].intValue() ? cents[0].add(BigInteger.ONE) : cents[0];
            if (amount.signum() > 0) {
                amounts.add(new BigDecimal(amount, sum.scale()));
            }
        }
        return amounts;
    }

    private List<PlannedInstallment> given(ScheduleFields fields) {
        if (fields.deposit() != null
                || fields.firstDueOn() != null
                || fields.parts() != null
                || fields.everyDays() != null) {
            throw Problem.invalid("schedule.installments", "say all; leave the other fields of the schedule out");
        }
        List<PlannedInstallment> planned = new ArrayList<>();
        LocalDate earliest = today;
        for (InstallmentFields wanted : fields.installments()) {
            String field = "schedule.installments[" + planned.size() + "].due_on";
            mustLieAhead(field, wanted.dueOn());
            if (wanted.dueOn().isBefore(earliest)) {
                throw Problem.invalid(field, "must not be before that of the installment before it");
            }
            earliest = wanted.dueOn();
            planned.add(PlannedInstallment.of(wanted.amount().setScale(2), wanted.dueOn(), zone));
        }
        BigDecimal together = planned.stream().map(PlannedInstallment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (together.compareTo(sum) != 0) {
            throw Problem.invalid("schedule.installments", "must add up to %s, not to %s".formatted(sum, together));
        }
        return planned;
    }

    private void mustLieAhead(String field, LocalDate due) {
        if (due.isBefore(today) || due.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw Problem.invalid(field, "must be from %s, today on the website, to ten years later".formatted(today));
        }
    }
}
