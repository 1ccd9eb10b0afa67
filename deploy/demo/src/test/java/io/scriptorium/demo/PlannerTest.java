package io.scriptorium.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant END = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void plansTheSameFromTheSameSeed() {
        assertThat(lines(plan(5, 60, 0.2, 7))).isEqualTo(lines(plan(5, 60, 0.2, 7)));
    }

    @Test
    void plansOtherwiseFromAnotherSeed() {
        assertThat(lines(plan(1, 60, 0.2, 7))).isNotEqualTo(lines(plan(1, 60, 0.2, 8)));
    }

    @Test
    void liesWhollyWithinTheDaysAskedForAndInOrder() {
        List<Step> steps = plan(2, 30, 0.2, 1).steps();
        Instant start = Instant.parse("2026-10-26T00:00:00Z");
        assertThat(steps).allSatisfy(step -> assertThat(step.at()).isBetween(start, END));
        assertThat(steps).isSortedAccordingTo(Comparator.comparing(Step::at));
        assertThat(steps.get(0).at()).isEqualTo(start);
    }

    @Test
    void makesOfEachKindAsManyAsTheScaleSays() {
        Map<Deed, Long> whole = counts(plan(5, 180, 1, 3));
        assertThat(whole.get(Deed.ACCOUNT)).isBetween(300L, 600L);
        assertThat(whole.get(Deed.ORDER)).isBetween(600L, 700L);
        assertThat(whole.get(Deed.TIP)).isBetween(600L, 800L);
        assertThat(whole.values().stream().mapToLong(Long::longValue).sum()).isBetween(8_000L, 11_000L);
        assertThat(whole.get(Deed.TICKET)).isBetween(330L, 390L);
        Map<Deed, Long> half = counts(plan(5, 180, 0.5, 3));
        for (Deed deed : List.of(Deed.ORDER, Deed.TIP, Deed.TICKET, Deed.INVOICE)) {
            assertThat((double) half.get(deed) / whole.get(deed))
                    .as(deed.plural)
                    .isCloseTo(0.5, within(0.1));
        }
    }

    @Test
    void hasFewerInquiriesAtWeekends() {
        Map<Boolean, Long> weekend = plan(5, 182, 2, 11).steps().stream()
                .filter(step -> step.deed() == Deed.ORDER)
                .map(step -> step.at().atZone(step.shop().site.zone()).getDayOfWeek())
                .collect(Collectors.partitioningBy(
                        day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY, Collectors.counting()));
        double perWeekday = weekend.get(false) / 5.0;
        double perWeekendDay = weekend.get(true) / 2.0;
        assertThat(perWeekendDay).isLessThan(0.75 * perWeekday);
    }

    @Test
    void growsOverTheMonthsAndKeepsToTheSeasons() {
        Map<Integer, Long> months = plan(5, 365, 3, 11).steps().stream()
                .filter(step -> step.deed() == Deed.TIP)
                .collect(Collectors.groupingBy(
                        step -> step.at().atZone(ZoneOffset.UTC).getMonthValue(), Collectors.counting()));
        assertThat(months.get(10)).isGreaterThan(months.get(7)).isGreaterThan(months.get(2));
    }

    @Test
    void letsAFewWritersGetMostTips() {
        Shop shop = plan(1, 180, 1, 5).shops().get(0);
        Chance chance = new Chance(1);
        Map<Person, Long> chosen = Stream.generate(() -> shop.writerAt(END, chance))
                .limit(5_000)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long top = chosen.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(shop.writers.size() / 4)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(top).isGreaterThan(2_500L);
    }

    @Test
    void namesNobodyWhomAMailCouldReach() {
        for (Shop shop : plan(10, 30, 0.3, 9).shops()) {
            List<Person> all = Stream.of(
                            shop.admins, shop.support, shop.editors, shop.writers, shop.clients, shop.passing)
                    .flatMap(List::stream)
                    .toList();
            assertThat(all).allSatisfy(person -> {
                assertThat(person.email()).endsWith(".example");
                assertThat(person.username).matches("[A-Za-z0-9][A-Za-z0-9._-]{1,63}");
                assertThat(person.fullName).isNotBlank();
            });
            assertThat(all).extracting(person -> person.username).doesNotHaveDuplicates();
        }
    }

    @Test
    void givesEachOfManyWebsitesADomainOfItsOwn() {
        assertThat(plan(25, 1, 0.01, 9).shops())
                .extracting(shop -> shop.site.label())
                .doesNotHaveDuplicates();
    }

    @Test
    void actsOnlyWithPeopleWhoHaveCome() {
        for (Step step : plan(3, 60, 0.5, 21).steps()) {
            if (step.deed() == Deed.INVOICE) {
                assertThat(clientOf(step).joinsAt).isBefore(step.at().minus(Duration.ofHours(1)));
            }
        }
    }

    @Test
    void cutsThePlanIntoStretchesThatNoneActsInWhoCameInIt() {
        Plan plan = plan(2, 10, 0.1, 4);
        assertThat(plan.stretches())
                .allSatisfy(stretch -> assertThat(stretch)
                        .extracting(step -> Plan.stretchOf(step.at()))
                        .containsOnly(Plan.stretchOf(stretch.get(0).at())));
        for (Step step : plan.steps()) {
            if (step.deed() == Deed.INVOICE) {
                assertThat(clientOf(step).joinsAt)
                        .matches(joinsAt -> Plan.stretchOf(joinsAt) < Plan.stretchOf(step.at()));
            }
        }
    }

    private static Person clientOf(Step invoice) {
        return invoice.shop().clients.stream()
                .filter(each -> invoice.what().endsWith(" of " + each))
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(int websites, int days, double scale, long seed) {
        return Planner.plan(new Settings(websites, days, scale, seed, END), null);
    }

    private static List<String> lines(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.at() + " " + step.deed() + " " + step.what())
                .toList();
    }

    private static Map<Deed, Long> counts(Plan plan) {
        return plan.steps().stream().collect(Collectors.groupingBy(Step::deed, Collectors.counting()));
    }
}
