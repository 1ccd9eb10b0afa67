package io.scriptorium.dashboard.tipstats;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.scriptorium.dashboard.Cells;
import io.scriptorium.dashboard.Clients;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.ingest.ChangeBatches;
import io.scriptorium.dashboard.ingest.RandomHistory;
import io.scriptorium.dashboard.repair.Recounts;
import io.scriptorium.dashboard.repair.Repair;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random tips: every counter, and every number that is shown, is that of a plain recount. */
@QuarkusTest
@WithParts
class TipsHistoryIT {
    private static final int EVENTS = 20_000;
    private static final int TIPS = 3_000;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    ChangeBatches batches;

    @Inject
    Repair repair;

    @Inject
    AgroalDataSource database;

    private final long seed = System.nanoTime();
    private final List<UUID> websites = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> accounts =
            Stream.generate(UUID::randomUUID).limit(40).toList();

    @Test
    void showsWhatAPlainRecountGives() throws Exception {
        Collection<Tip> tips = new RandomHistory<>(batches, new Tips(), seed)
                .take(TIPS, EVENTS)
                .values();

        checkCounters(tips);
        assertThat(repair.drift().cells()).as("drift, seed %d", seed).isEmpty();
        for (UUID website : websites) {
            List<Tip> ofOne =
                    tips.stream().filter(tip -> tip.website().equals(website)).toList();
            for (String currency : List.of("USD", "EUR")) {
                checkSummary(website, ofOne, currency);
                checkAnalytics(website, ofOne, currency, 25);
                checkAnalytics(website, ofOne, currency, 120);
                checkEarnings(website, ofOne, currency);
            }
        }
        Recounts.run(repair);
        checkCounters(tips);
    }

    private void checkCounters(Collection<Tip> tips) throws Exception {
        Cells totals = new Cells();
        Cells days = new Cells();
        Cells months = new Cells();
        Cells performerMonths = new Cells();
        Cells performerDays = new Cells();
        for (Tip tip : tips) {
            String kind = tip.type() + " " + tip.levelName();
            String money = tip.currency() + " ";
            totals.add(
                    tip.website() + " " + money + tip.status() + " " + kind,
                    1,
                    tip.amount(),
                    tip.earning(),
                    tip.profit(),
                    tip.percentage());
            boolean completed = tip.completed();
            days.add(
                    tip.website() + " " + tip.day() + " " + money + kind,
                    1,
                    tip.amount(),
                    tip.earning(),
                    tip.profit(),
                    completed ? 1 : 0,
                    completed ? tip.amount() : 0,
                    completed ? tip.earning() : 0,
                    completed ? tip.profit() : 0,
                    completed ? tip.refunded() : 0,
                    completed ? tip.earningRefunded() : 0);
            if (completed) {
                months.add(
                        tip.website() + " " + tip.month() + " " + money + kind,
                        1,
                        tip.amount(),
                        tip.earning(),
                        tip.profit(),
                        tip.refunded(),
                        tip.earningRefunded());
                for (String performer : List.of("writer " + money + tip.writer(), "client " + money + tip.client())) {
                    performerMonths.add(
                            tip.website() + " " + performer + " " + tip.month(), 1, tip.amount(), tip.earning());
                    performerDays.add(
                            tip.website() + " " + performer + " " + tip.day(), 1, tip.amount(), tip.earning());
                }
            }
        }
        assertCells(totals, """
                SELECT concat_ws(' ', website_id, currency, status, type, level),
                       tips, amount, earning, profit, percentage
                  FROM tip_totals
                """);
        assertCells(days, """
                SELECT concat_ws(' ', website_id, day, currency, type, level), tips, amount, earning, profit,
                       completed, completed_amount, completed_earning, completed_profit, refunded, earning_refunded
                  FROM tip_days
                """);
        assertCells(months, """
                SELECT concat_ws(' ', website_id, month, currency, type, level),
                       tips, amount, earning, profit, refunded, earning_refunded
                  FROM tip_months
                """);
        assertCells(performerMonths, """
                SELECT concat_ws(' ', website_id, role, currency, account_id, month), tips, amount, earning
                  FROM tip_performer_months
                """);
        assertCells(performerDays, """
                SELECT concat_ws(' ', website_id, role, currency, account_id, day), tips, amount, earning
                  FROM tip_performer_days
                """);
        assertSumsOfAllWebsites(
                "tip_totals", "currency, status, type, level", "tips, amount, earning, profit, percentage");
        assertSumsOfAllWebsites(
                "tip_days",
                "day, currency, type, level",
                "tips, amount, earning, completed, completed_profit, refunded");
        assertSumsOfAllWebsites("tip_months", "month, currency, type, level", "tips, profit, earning_refunded");
        assertSumsOfAllWebsites("tip_performer_months", "role, currency, account_id, month", "tips, amount, earning");
    }

    private void assertSumsOfAllWebsites(String table, String keys, String sums) throws Exception {
        assertThat(Cells.wrongSumsOfAllWebsites(database, table, keys, sums))
                .as("%s, seed %d", table, seed)
                .isZero();
    }

    private void assertCells(Cells expected, String select) throws Exception {
        assertThat(Cells.read(database, websites, select))
                .as("%s, seed %d", select, seed)
                .isEqualTo(expected.toMap());
    }

    private void checkSummary(UUID website, List<Tip> tips, String currency) {
        JsonPath shown = read(website, "tips", "?days=25&compare=previous&currency=" + currency);
        assertSums(shown, "summary.", tips, currency);
        assertNumber(shown, "summary.avg_tip_amount", mean(tips, currency));
        assertNumber(
                shown,
                "summary.avg_writer_percentage",
                BigDecimal.valueOf(tips.stream().mapToLong(Tip::percentage).sum())
                        .divide(BigDecimal.valueOf(tips.size()), 2, RoundingMode.HALF_EVEN));
        List<Tip> now = between(tips, 24, 0);
        List<Tip> before = between(tips, 49, 25);
        assertSums(shown, "recent_summary.", now, currency);
        assertNumber(shown, "recent_summary.days", 25);
        assertSums(shown, "compare.previous.", before, currency);
        assertNumber(
                shown,
                "compare.difference.total_tip_amount",
                sum(now, currency, Tip::amount).subtract(sum(before, currency, Tip::amount)));
        for (String status : List.of("pending", "processing", "completed", "failed")) {
            List<Tip> group =
                    tips.stream().filter(tip -> tip.status().equals(status)).toList();
            assertNumber(shown, "payment_status." + status, group.size());
            assertGroup(
                    shown, "payment_status_breakdown.find { it.payment_status == '" + status + "' }.", group, currency);
        }
        assertKinds(shown, "type_breakdown", "level_breakdown", tips, currency);
    }

    private void checkAnalytics(UUID website, List<Tip> all, String currency, int days) {
        JsonPath shown = read(website, "tips/analytics", "?days=" + days + "&compare=previous&currency=" + currency);
        List<Tip> tips = between(all, days - 1, 0);
        assertSums(shown, "summary.", tips, currency);
        assertSums(shown, "compare.previous.", between(all, 2 * days - 1, days), currency);
        assertThat(shown.getList("trends.daily")).hasSize(days);
        assertTrend(shown, "daily", "day", tips, currency, Tip::day);
        assertTrend(
                shown,
                "weekly",
                "week",
                tips,
                currency,
                tip -> tip.day().minusDays(tip.day().getDayOfWeek().getValue() - 1));
        assertTrend(shown, "monthly", "month", tips, currency, Tip::month);
        assertKinds(shown, "breakdowns.by_type", "breakdowns.by_level", tips, currency);
        assertBest(shown, "writers", "writer_id", tips, currency, Tip::writer);
        assertBest(shown, "clients", "client_id", tips, currency, Tip::client);
    }

    private void checkEarnings(UUID website, List<Tip> all, String currency) {
        List<Tip> completed = all.stream().filter(Tip::completed).toList();
        checkEarnings(read(website, "tips/earnings", "?currency=" + currency), completed, currency);
        LocalDate from = TODAY.minusDays(100);
        LocalDate to = TODAY.minusDays(3);
        JsonPath shown = read(
                website,
                "tips/earnings",
                "?compare=previous&date_from=" + from + "&date_to=" + to + "&currency=" + currency);
        checkEarnings(shown, between(completed, 100, 3), currency);
        assertSums(shown, "compare.previous.", between(completed, 198, 101), currency);
    }

    private void checkEarnings(JsonPath shown, List<Tip> tips, String currency) {
        assertSums(shown, "overall.", tips, currency);
        BigDecimal amount = sum(tips, currency, Tip::amount);
        BigDecimal profit = sum(tips, currency, Tip::profit);
        BigDecimal refunded = sum(tips, currency, Tip::refunded);
        BigDecimal earningRefunded = sum(tips, currency, Tip::earningRefunded);
        assertNumber(
                shown,
                "overall.platform_profit_percentage",
                profit.multiply(BigDecimal.valueOf(100)).divide(amount, 2, RoundingMode.HALF_EVEN));
        assertNumber(shown, "overall.total_refunded", refunded);
        assertNumber(
                shown,
                "overall.net_writer_earnings",
                sum(tips, currency, Tip::earning).subtract(earningRefunded));
        assertNumber(shown, "overall.net_platform_profit", profit.subtract(refunded.subtract(earningRefunded)));
        for (String level : List.of("", "Novice", "Advanced")) {
            assertSums(
                    shown,
                    "by_level.find { it.level == '" + level + "' }.",
                    tips.stream().filter(tip -> tip.levelName().equals(level)).toList(),
                    currency);
        }
        for (String type : List.of("direct", "order", "class")) {
            assertSums(
                    shown,
                    "by_type.find { it.tip_type == '" + type + "' }.",
                    tips.stream().filter(tip -> tip.type().equals(type)).toList(),
                    currency);
        }
        Map<LocalDate, List<Tip>> months = tips.stream().collect(Collectors.groupingBy(Tip::month));
        assertThat(shown.getList("monthly")).hasSize(months.size());
        months.forEach((month, ofMonth) ->
                assertSums(shown, "monthly.find { it.month == '" + month + "' }.", ofMonth, currency));
    }

    private void assertKinds(JsonPath shown, String types, String levels, List<Tip> tips, String currency) {
        for (String type : List.of("direct", "order", "class")) {
            assertGroup(
                    shown,
                    types + ".find { it.tip_type == '" + type + "' }.",
                    tips.stream().filter(tip -> tip.type().equals(type)).toList(),
                    currency);
        }
        for (String level : List.of("", "Novice", "Advanced")) {
            assertGroup(
                    shown,
                    levels + ".find { it.level == '" + level + "' }.",
                    tips.stream().filter(tip -> tip.levelName().equals(level)).toList(),
                    currency);
        }
    }

    private void assertTrend(
            JsonPath shown,
            String trend,
            String start,
            List<Tip> tips,
            String currency,
            Function<Tip, LocalDate> grain) {
        Map<LocalDate, List<Tip>> expected = tips.stream().collect(Collectors.groupingBy(grain));
        List<Map<String, Object>> parts = shown.getList("trends." + trend);
        assertThat(parts)
                .extracting(part -> LocalDate.parse(part.get(start).toString()))
                .containsAll(expected.keySet())
                .isSorted();
        for (Map<String, Object> part : parts) {
            List<Tip> group =
                    expected.getOrDefault(LocalDate.parse(part.get(start).toString()), List.of());
            assertThat(part.get("count")).isEqualTo(group.size());
            assertThat(new BigDecimal(part.get("total_amount").toString()))
                    .isEqualByComparingTo(sum(group, currency, Tip::amount));
        }
    }

    private void assertBest(
            JsonPath shown, String list, String id, List<Tip> tips, String currency, Function<Tip, UUID> account) {
        Map<UUID, List<Tip>> ofEach = tips.stream()
                .filter(Tip::completed)
                .filter(tip -> tip.currency().equals(currency))
                .collect(Collectors.groupingBy(account));
        List<String> expected = ofEach.entrySet().stream()
                .sorted(Comparator.<Map.Entry<UUID, List<Tip>>, BigDecimal>comparing(
                                each -> sum(each.getValue(), currency, Tip::amount))
                        .reversed()
                        // As PostgreSQL sorts them.
                        .thenComparing(each -> each.getKey().toString()))
                .limit(10)
                .map(each -> each.getKey() + " " + each.getValue().size() + " "
                        + sum(each.getValue(), currency, Tip::amount).setScale(2))
                .toList();
        List<Map<String, Object>> best = shown.getList("top_performers." + list);
        assertThat(best)
                .as("%s, seed %d", list, seed)
                .extracting(each -> each.get(id) + " " + each.get("count") + " "
                        + new BigDecimal(each.get("total_amount").toString()).setScale(2))
                .isEqualTo(expected);
    }

    private void assertGroup(JsonPath shown, String prefix, List<Tip> tips, String currency) {
        assertNumber(shown, prefix + "count", tips.size());
        assertNumber(shown, prefix + "total_amount", sum(tips, currency, Tip::amount));
        assertNumber(shown, prefix + "writer_earnings", sum(tips, currency, Tip::earning));
        assertNumber(shown, prefix + "platform_profit", sum(tips, currency, Tip::profit));
    }

    private void assertSums(JsonPath shown, String prefix, List<Tip> tips, String currency) {
        assertNumber(shown, prefix + "total_tips", tips.size());
        assertNumber(shown, prefix + "total_tip_amount", sum(tips, currency, Tip::amount));
        assertNumber(shown, prefix + "total_writer_earnings", sum(tips, currency, Tip::earning));
        assertNumber(shown, prefix + "total_platform_profit", sum(tips, currency, Tip::profit));
    }

    private void assertNumber(JsonPath shown, String field, Number expected) {
        Object found = shown.get(field);
        // A group without any record may be left out.
        BigDecimal number =
                found == null && field.contains("find") ? BigDecimal.ZERO : new BigDecimal(found.toString());
        assertThat(number).as("%s, seed %d", field, seed).isEqualByComparingTo(new BigDecimal(expected.toString()));
    }

    private static BigDecimal mean(List<Tip> tips, String currency) {
        Predicate<Tip> counted = tip -> tip.currency().equals(currency);
        return sum(tips, currency, Tip::amount)
                .divide(BigDecimal.valueOf(tips.stream().filter(counted).count()), 2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(List<Tip> tips, String currency, Function<Tip, BigDecimal> amount) {
        return tips.stream()
                .filter(tip -> tip.currency().equals(currency))
                .map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Tip> between(List<Tip> tips, int daysAgo, int untilDaysAgo) {
        return tips.stream()
                .filter(tip -> !tip.day().isBefore(TODAY.minusDays(daysAgo))
                        && !tip.day().isAfter(TODAY.minusDays(untilDaysAgo)))
                .toList();
    }

    private JsonPath read(UUID website, String dashboard, String query) {
        return Clients.as("admin", website)
                .get("/api/v1/admin/dashboards/" + dashboard + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private final class Tips implements RandomHistory.Kind<Tip> {
        private final Map<UUID, Tip> first = new HashMap<>();

        @Override
        public Tip next(Random random, UUID id, Tip before) {
            Tip tip = first.computeIfAbsent(
                    id,
                    none -> Tip.aTip(
                                    pick(random, websites),
                                    TODAY.minusDays(random.nextInt(240))
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant()
                                            .plusSeconds(random.nextInt(86_400)))
                            .between(pick(random, accounts), pick(random, accounts))
                            .ofType(pick(random, List.of("direct", "order", "class")))
                            .of(
                                    1 + random.nextInt(200) + "." + (10 + random.nextInt(90)),
                                    pick(random, List.of("USD", "USD", "EUR"))));
            tip = tip.in(pick(random, List.of("pending", "processing", "completed", "completed", "failed")));
            tip = random.nextInt(3) == 0
                    ? tip.atLevel(null, 50)
                    : tip.atLevel(pick(random, List.of("Novice", "Advanced")), 30 + random.nextInt(50));
            return tip.completed() && random.nextInt(4) == 0
                    ? tip.refunded(random.nextInt(tip.amount().intValue() + 1) + ".00")
                    : tip;
        }

        @Override
        public Event changed(UUID id, long revision, Tip tip) {
            return tip.event(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return Tip.deleted(id, revision);
        }

        private <T> T pick(Random random, List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
