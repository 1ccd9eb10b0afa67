package io.scriptorium.specialorders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.platform.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums are exact, whatever the sum and however many parts. */
class ScheduleTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int RUNS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "100.00, 3, '33.34, 33.33, 33.33'",
        "100.00, 7, '14.29, 14.29, 14.29, 14.29, 14.28, 14.28, 14.28'",
        "100.03, 7, '14.29, 14.29, 14.29, 14.29, 14.29, 14.29, 14.29'",
        "0.01, 1, '0.01'",
        "0.01, 3, '0.01'",
        "0.05, 2, '0.03, 0.02'",
        "99999999.99, 2, '50000000.00, 49999999.99'"
    })
    void dividesByCents(BigDecimal sum, int parts, String expected) {
        assertThat(Schedule.parts(sum, parts)).map(BigDecimal::toPlainString).containsExactly(expected.split(", "));
    }

    @Test
    void addsUpExactlyWithPartsThatDifferByACentAtMost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            BigDecimal sum = cents(1 + (long) (random.nextDouble() * Math.pow(10, 1 + random.nextInt(10))));
            int parts = 1 + random.nextInt(60);
            List<BigDecimal> amounts = Schedule.parts(sum, parts);
            String run0 = "seed %d: %s in %d".formatted(seed, sum, parts);
            assertThat(total(amounts)).as(run0).isEqualTo(sum);
            assertThat(amounts).as(run0).hasSizeBetween(1, parts).allMatch(amount -> amount.signum() > 0);
            BigDecimal spread = amounts.get(0).subtract(amounts.get(amounts.size() - 1));
            assertThat(spread).as(run0).isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
        }
    }

    @Test
    void asksForTheDepositFirstAndForTheRestExactly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            BigDecimal sum = cents(1 + random.nextInt(10_000_000));
            BigDecimal percentage = cents(1 + random.nextInt(10_000));
            BigDecimal deposit = SpecialOrder.depositOf(sum, percentage);
            ScheduleFields fields =
                    new ScheduleFields(null, null, 1 + random.nextInt(60), 1 + random.nextInt(366), null);
            List<PlannedInstallment> planned = new Schedule(sum, deposit, TODAY, BERLIN).of(fields);
            String run0 = "seed %d: %s, deposit %s, %s".formatted(seed, sum, deposit, fields);
            assertThat(total(planned.stream().map(PlannedInstallment::amount).toList()))
                    .as(run0)
                    .isEqualTo(sum);
            assertThat(planned.get(0).amount()).as(run0).isEqualTo(deposit.min(sum));
            assertThat(planned.stream().map(PlannedInstallment::dueOn))
                    .as(run0)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void asksForAtLeastACentAsDeposit() {
        assertThat(SpecialOrder.depositOf(new BigDecimal("0.01"), new BigDecimal("50.00")))
                .isEqualTo("0.01");
        assertThat(SpecialOrder.depositOf(new BigDecimal("100.00"), new BigDecimal("33.33")))
                .isEqualTo("33.33");
        assertThat(SpecialOrder.depositOf(new BigDecimal("0.05"), new BigDecimal("50.00")))
                .isEqualTo("0.02");
    }

    @Test
    void isUsuallyTheDepositInAWeekAndTheRestAMonthLater() {
        List<PlannedInstallment> planned =
                new Schedule(cents(10_000), cents(2_500), TODAY, BERLIN).of(ScheduleFields.USUAL);
        assertThat(planned)
                .extracting(PlannedInstallment::amount, PlannedInstallment::dueOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(cents(2_500), LocalDate.parse("2026-03-08")),
                        org.assertj.core.groups.Tuple.tuple(cents(7_500), LocalDate.parse("2026-04-07")));
    }

    @Test
    void takesGivenPartsOnlyWhenTheyAddUpToTheCent() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            List<InstallmentFields> given = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(20); i++) {
                given.add(new InstallmentFields(cents(1 + random.nextInt(100_000)), TODAY.plusDays(i)));
            }
            BigDecimal sum = total(given.stream().map(InstallmentFields::amount).toList());
            ScheduleFields fields = new ScheduleFields(null, null, null, null, given);
            assertThat(new Schedule(sum, cents(1), TODAY, BERLIN).of(fields))
                    .as("seed %d", seed)
                    .extracting(PlannedInstallment::amount)
                    .containsExactlyElementsOf(
                            given.stream().map(InstallmentFields::amount).toList());
            for (BigDecimal off : List.of(cents(1), cents(-1))) {
                assertThatThrownBy(() -> new Schedule(sum.add(off), cents(1), TODAY, BERLIN).of(fields))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("must add up to " + sum.add(off));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The last moment of the day where the website is; on clocks that skip or repeat an hour too.
        "Pacific/Kiritimati, 2026-03-10, 2026-03-10T09:59:59.999999Z",
        "America/Los_Angeles, 2026-03-08, 2026-03-09T06:59:59.999999Z",
        "America/Los_Angeles, 2026-03-07, 2026-03-08T07:59:59.999999Z",
        "Europe/Berlin, 2026-10-25, 2026-10-25T22:59:59.999999Z",
        "America/Santiago, 2026-09-05, 2026-09-06T03:59:59.999999Z"
    })
    void endsADueDateWithTheDayOfTheWebsite(String zone, LocalDate dueOn, Instant dueAt) {
        assertThat(PlannedInstallment.of(cents(1), dueOn, ZoneId.of(zone)).dueAt())
                .isEqualTo(dueAt);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true", "2036-03-01, true", "2036-03-02, false"})
    void takesDueDatesFromTodayToTenYearsAhead(LocalDate first, boolean fine) {
        Schedule schedule = new Schedule(cents(100), cents(50), TODAY, BERLIN);
        ScheduleFields fields = new ScheduleFields(null, first, null, null, null);
        if (fine) {
            assertThat(schedule.of(fields).get(0).dueOn()).isEqualTo(first);
        } else {
            assertThatThrownBy(() -> schedule.of(fields))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("schedule.first_due_on");
        }
    }

    @Test
    void refusesTwoWaysAtOnceAndADepositBeyondTheSum() {
        Schedule schedule = new Schedule(cents(100), cents(50), TODAY, BERLIN);
        List<InstallmentFields> given = List.of(new InstallmentFields(cents(100), TODAY));
        assertThatThrownBy(() -> schedule.of(new ScheduleFields(null, null, 2, null, given)))
                .hasMessageContaining("schedule.installments");
        assertThatThrownBy(() -> schedule.of(new ScheduleFields(cents(101), null, null, null, null)))
                .hasMessageContaining("schedule.deposit");
        assertThatThrownBy(() -> new Schedule(cents(100), null, TODAY, BERLIN)
                        .of(new ScheduleFields(cents(1), null, null, null, null)))
                .hasMessageContaining("work has started");
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static BigDecimal total(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
