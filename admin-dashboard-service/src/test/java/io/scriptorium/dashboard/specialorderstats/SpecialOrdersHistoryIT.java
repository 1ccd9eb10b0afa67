package io.scriptorium.dashboard.specialorderstats;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random special orders: every counter, and every number that is shown, is that of a plain recount. */
@QuarkusTest
@WithParts
class SpecialOrdersHistoryIT {
    private static final int EVENTS = 30_000;
    private static final int ORDERS = 2_000;
    private static final List<String> STATUSES =
            List.of("inquiry", "awaiting_approval", "in_progress", "on_hold", "completed", "cancelled");
    private static final List<String> NAMES = List.of("Thesis", "Essay", "=2+5");
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    ChangeBatches batches;

    @Inject
    Repair repair;

    @Inject
    AgroalDataSource database;

    private final long seed = System.nanoTime();
    private final List<UUID> websites = List.of(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void showsWhatAPlainRecountGives() throws Exception {
        Collection<Order> orders = new RandomHistory<>(batches, new Orders(), seed)
                .take(ORDERS, EVENTS)
                .values();

        checkCounters(orders);
        assertThat(repair.drift().cells()).as("drift, seed %d", seed).isEmpty();
        for (UUID website : websites) {
            List<Order> ofOne = orders.stream()
                    .filter(order -> order.website().equals(website))
                    .toList();
            for (String currency : List.of("USD", "EUR")) {
                checkSummary(website, ofOne, currency);
                checkAnalytics(website, ofOne, currency, 25);
                checkAnalytics(website, ofOne, currency, 60);
                checkAnalytics(website, ofOne, currency, 100);
                checkInstallments(website, ofOne, currency);
            }
        }
        Recounts.run(repair);
        checkCounters(orders);
    }

    private void checkCounters(Collection<Order> orders) throws Exception {
        Cells totals = new Cells();
        Cells days = new Cells();
        Cells groupDays = new Cells();
        Cells groupMonths = new Cells();
        Cells typeDays = new Cells();
        Cells typeMonths = new Cells();
        Cells due = new Cells();
        for (Order order : orders) {
            int completed = order.status().equals("completed") ? 1 : 0;
            String kind = order.currency() + " " + order.status() + " " + order.type();
            totals.add(
                    order.website() + " " + kind,
                    1,
                    order.status().equals("awaiting_approval") && !order.approved() ? 1 : 0,
                    needsEstimation(order) ? 1 : 0,
                    order.value() == null ? 0 : 1,
                    order.valueOrNone());
            Number revenue = completed == 1 ? order.valueOrNone() : 0;
            days.add(
                    order.website() + " " + day(order) + " " + order.currency(),
                    1,
                    order.approved() ? 1 : 0,
                    completed,
                    revenue,
                    completed == 1 ? seconds(order) : 0);
            groupDays.add(order.website() + " " + day(order) + " " + kind, 1, order.valueOrNone());
            groupMonths.add(order.website() + " " + month(order) + " " + kind, 1, order.valueOrNone());
            if (order.typeName() != null) {
                String type = " " + order.currency() + " " + order.typeName();
                typeDays.add(order.website() + " " + day(order) + type, 1, completed, revenue);
                typeMonths.add(order.website() + " " + month(order) + type, 1, completed, revenue);
            }
            counted(order)
                    .forEach(each -> due.add(
                            order.website() + " " + each.status().equals("paid") + " " + each.due() + " "
                                    + order.currency(),
                            1,
                            new BigDecimal(each.amount())));
        }
        assertCells(totals, """
                SELECT concat_ws(' ', website_id, currency, status, order_type),
                       orders, needs_approval, needs_estimation, valued, value
                  FROM special_order_totals
                """);
        assertCells(days, """
                SELECT concat_ws(' ', website_id, day, currency),
                       orders, approved, completed, revenue, completion_seconds
                  FROM special_order_days
                """);
        assertCells(groupDays, """
                SELECT concat_ws(' ', website_id, day, currency, status, order_type), orders, value
                  FROM special_order_group_days
                """);
        assertCells(groupMonths, """
                SELECT concat_ws(' ', website_id, month, currency, status, order_type), orders, value
                  FROM special_order_group_months
                """);
        assertCells(typeDays, """
                SELECT concat_ws(' ', website_id, day, currency, predefined_type), orders, completed, revenue
                  FROM special_order_type_days
                """);
        assertCells(typeMonths, """
                SELECT concat_ws(' ', website_id, month, currency, predefined_type), orders, completed, revenue
                  FROM special_order_type_months
                """);
        assertCells(due, """
                SELECT concat_ws(' ', website_id, paid::text, day, currency), installments, amount
                  FROM special_order_due_days
                """);
        assertSumsOfAllWebsites("special_order_totals", "currency, status, order_type", "orders, valued, value");
        assertSumsOfAllWebsites(
                "special_order_days", "day, currency", "orders, approved, completed, revenue, completion_seconds");
        assertSumsOfAllWebsites("special_order_group_days", "day, currency, status, order_type", "orders, value");
        assertSumsOfAllWebsites("special_order_group_months", "month, currency, status, order_type", "orders, value");
        assertSumsOfAllWebsites(
                "special_order_type_days", "day, currency, predefined_type", "orders, completed, revenue");
        assertSumsOfAllWebsites(
                "special_order_type_months", "month, currency, predefined_type", "orders, completed, revenue");
        assertSumsOfAllWebsites("special_order_due_days", "paid, day, currency", "installments, amount");
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

    private void checkSummary(UUID website, List<Order> orders, String currency) {
        JsonPath shown = read(website, "special-orders", "?days=20&compare=previous&currency=" + currency);
        assertNumber(shown, "summary.total_orders", orders.size());
        assertNumber(shown, "summary.inquiry_orders", count(orders, in("inquiry")));
        assertNumber(shown, "summary.awaiting_approval", count(orders, in("awaiting_approval")));
        assertNumber(shown, "summary.in_progress", count(orders, in("in_progress")));
        assertNumber(shown, "summary.completed", count(orders, in("completed")));
        assertNumber(
                shown,
                "summary.needs_approval",
                count(orders, order -> order.status().equals("awaiting_approval") && !order.approved()));
        assertNumber(shown, "summary.needs_estimation", count(orders, SpecialOrdersHistoryIT::needsEstimation));
        assertNumber(shown, "summary.total_revenue", value(orders, currency, in("completed")));
        List<Order> valued = orders.stream()
                .filter(order -> order.currency().equals(currency) && order.value() != null)
                .toList();
        assertNumber(
                shown,
                "summary.avg_order_value",
                value(valued, currency, order -> true)
                        .divide(BigDecimal.valueOf(valued.size()), 2, RoundingMode.HALF_EVEN));
        assertNumber(
                shown,
                "summary.pending_installments",
                orders.stream()
                        .flatMap(SpecialOrdersHistoryIT::counted)
                        .filter(each -> each.status().equals("unpaid"))
                        .count());
        for (String status : STATUSES) {
            String found = "status_breakdown.find { it.status == '" + status + "' }.";
            assertNumber(shown, found + "count", count(orders, in(status)));
            assertNumber(shown, found + "total_value", value(orders, currency, in(status)));
        }
        for (String type : List.of("predefined", "estimated")) {
            String found = "type_breakdown.find { it.order_type == '" + type + "' }.";
            List<Order> ofType =
                    orders.stream().filter(order -> order.type().equals(type)).toList();
            assertNumber(shown, found + "count", ofType.size());
            assertNumber(shown, found + "completed", count(ofType, in("completed")));
            assertNumber(shown, found + "total_revenue", value(ofType, currency, in("completed")));
        }
        List<Order> now = between(orders, 19, 0);
        List<Order> before = between(orders, 39, 20);
        assertNumber(shown, "summary.recent_orders", now.size());
        assertNumber(shown, "recent_summary.total_revenue", value(now, currency, in("completed")));
        assertNumber(shown, "compare.previous.orders", before.size());
        assertNumber(shown, "compare.previous.total_revenue", value(before, currency, in("completed")));
        assertNumber(shown, "compare.difference.orders", now.size() - before.size());
        assertNumber(
                shown, "compare.difference.completed", count(now, in("completed")) - count(before, in("completed")));
        assertThat(shown.getString("currency")).isEqualTo(currency);
        assertThat(shown.getList("other_currencies")).isEqualTo(List.of(currency.equals("EUR") ? "USD" : "EUR"));
    }

    private void checkAnalytics(UUID website, List<Order> all, String currency, int days) {
        JsonPath shown =
                read(website, "special-orders/analytics", "?days=" + days + "&compare=previous&currency=" + currency);
        List<Order> orders = between(all, days - 1, 0);
        assertNumber(shown, "count", orders.size());
        assertNumber(shown, "completed", count(orders, in("completed")));
        assertNumber(shown, "total_revenue", value(orders, currency, in("completed")));
        assertNumber(
                shown,
                "conversion_rate",
                BigDecimal.valueOf(100L * count(orders, Order::approved))
                        .divide(BigDecimal.valueOf(orders.size()), 2, RoundingMode.HALF_EVEN));
        long seconds = orders.stream()
                .filter(in("completed"))
                .mapToLong(SpecialOrdersHistoryIT::seconds)
                .sum();
        assertNumber(
                shown,
                "avg_completion_days",
                BigDecimal.valueOf(seconds)
                        .divide(
                                BigDecimal.valueOf(86_400L * count(orders, in("completed"))),
                                2,
                                RoundingMode.HALF_EVEN));
        List<Map<String, Object>> weeks = shown.getList("weekly_trends");
        assertThat(weeks).hasSizeBetween(days / 7, days / 7 + 2);
        for (Map<String, Object> week : weeks) {
            LocalDate monday = LocalDate.parse(week.get("week").toString());
            List<Order> ofWeek = orders.stream()
                    .filter(order -> !day(order).isBefore(monday) && day(order).isBefore(monday.plusDays(7)))
                    .toList();
            assertThat(week.get("count")).isEqualTo(ofWeek.size());
            assertThat(number(week.get("total_revenue")))
                    .isEqualByComparingTo(value(ofWeek, currency, in("completed")));
        }
        List<Map<String, Object>> months = shown.getList("monthly_trends");
        for (Map<String, Object> month : months) {
            LocalDate first = LocalDate.parse(month.get("month").toString());
            List<Order> ofMonth = orders.stream()
                    .filter(order -> day(order).withDayOfMonth(1).equals(first))
                    .toList();
            assertThat(month.get("count")).isEqualTo(ofMonth.size());
            assertThat(month.get("completed")).isEqualTo((int) count(ofMonth, in("completed")));
            for (String status : STATUSES) {
                String found = "status_trends.find { it.month == '" + first + "' && it.status == '" + status + "' }";
                long expected = count(ofMonth, in(status));
                assertThat(shown.<Object>get(found) == null ? 0L : shown.getLong(found + ".count"))
                        .as(found)
                        .isEqualTo(expected);
            }
        }
        for (String type : List.of("predefined", "estimated")) {
            String found = "type_breakdown.find { it.order_type == '" + type + "' }.";
            List<Order> ofType =
                    orders.stream().filter(order -> order.type().equals(type)).toList();
            assertNumber(shown, found + "count", ofType.size());
            assertNumber(shown, found + "completed", count(ofType, in("completed")));
            assertNumber(shown, found + "total_revenue", value(ofType, currency, in("completed")));
        }
        for (String name : NAMES) {
            String found = "predefined_breakdown.find { it.predefined_type == '" + name + "' }.";
            List<Order> ofName = orders.stream()
                    .filter(order -> name.equals(order.typeName()))
                    .toList();
            assertNumber(shown, found + "count", ofName.size());
            assertNumber(shown, found + "total_revenue", value(ofName, currency, in("completed")));
        }
        assertNumber(
                shown,
                "compare.previous.count",
                between(all, 2 * days - 1, days).size());
    }

    private void checkInstallments(UUID website, List<Order> orders, String currency) {
        JsonPath shown = read(website, "special-orders/installments", "?currency=" + currency);
        List<Order.Installment> paid = installments(orders, "paid");
        List<Order.Installment> unpaid = installments(orders, "unpaid");
        assertNumber(shown, "total_installments", paid.size() + unpaid.size());
        assertNumber(shown, "paid", paid.size());
        assertNumber(shown, "unpaid", unpaid.size());
        assertNumber(
                shown,
                "overdue",
                unpaid.stream().filter(each -> each.due().isBefore(TODAY)).count());
        List<Order> inCurrency = orders.stream()
                .filter(order -> order.currency().equals(currency))
                .toList();
        assertNumber(shown, "total_due", sum(installments(inCurrency, "unpaid")));
        assertNumber(shown, "total_paid", sum(installments(inCurrency, "paid")));
        List<Map<String, Object>> weeks = shown.getList("due_by_week");
        assertThat(weeks).hasSize(13);
        for (Map<String, Object> week : weeks) {
            LocalDate monday = LocalDate.parse(week.get("week").toString());
            Predicate<Order.Installment> within = each -> !each.due().isBefore(monday)
                    && !each.due().isBefore(TODAY)
                    && each.due().isBefore(monday.plusDays(7));
            assertThat(week.get("installments"))
                    .isEqualTo((int) unpaid.stream().filter(within).count());
            assertThat(number(week.get("amount")))
                    .isEqualByComparingTo(sum(installments(inCurrency, "unpaid").stream()
                            .filter(within)
                            .toList()));
        }
    }

    private JsonPath read(UUID website, String dashboard, String query) {
        return Clients.as("admin", website)
                .get("/api/v1/admin/dashboards/" + dashboard + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void assertNumber(JsonPath shown, String field, Number expected) {
        Object found = shown.get(field);
        // A group without any record may be left out.
        BigDecimal number = found == null && field.contains("find") ? BigDecimal.ZERO : number(found);
        assertThat(number).as("%s, seed %d", field, seed).isEqualByComparingTo(new BigDecimal(expected.toString()));
    }

    private static BigDecimal number(Object shown) {
        return new BigDecimal(shown.toString());
    }

    private static long count(List<Order> orders, Predicate<Order> which) {
        return orders.stream().filter(which).count();
    }

    private static BigDecimal value(List<Order> orders, String currency, Predicate<Order> which) {
        return orders.stream()
                .filter(which)
                .filter(order -> order.currency().equals(currency))
                .map(Order::valueOrNone)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Predicate<Order> in(String status) {
        return order -> order.status().equals(status);
    }

    private static List<Order> between(List<Order> orders, int daysAgo, int untilDaysAgo) {
        return orders.stream()
                .filter(order -> !day(order).isBefore(TODAY.minusDays(daysAgo))
                        && !day(order).isAfter(TODAY.minusDays(untilDaysAgo)))
                .toList();
    }

    private static LocalDate day(Order order) {
        return LocalDate.ofInstant(order.created(), ZoneOffset.UTC);
    }

    private static LocalDate month(Order order) {
        return day(order).withDayOfMonth(1);
    }

    private static long seconds(Order order) {
        return Duration.between(order.created(), order.completed()).toSeconds();
    }

    private static boolean needsEstimation(Order order) {
        return order.type().equals("estimated") && order.status().equals("inquiry") && order.value() == null;
    }

    private static Stream<Order.Installment> counted(Order order) {
        return order.installments().stream()
                .filter(each -> each.status().equals("paid")
                        || each.status().equals("unpaid") && !order.status().equals("cancelled"));
    }

    private static List<Order.Installment> installments(List<Order> orders, String status) {
        return orders.stream()
                .flatMap(SpecialOrdersHistoryIT::counted)
                .filter(each -> each.status().equals(status))
                .toList();
    }

    private static BigDecimal sum(List<Order.Installment> installments) {
        return installments.stream()
                .map(each -> new BigDecimal(each.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private final class Orders implements RandomHistory.Kind<Order> {
        private final Map<UUID, Order> first = new HashMap<>();

        @Override
        public Order next(Random random, UUID id, Order before) {
            Order order = first.computeIfAbsent(id, none -> begin(random)).in(pick(random, STATUSES));
            if (random.nextInt(4) > 0) {
                order = order.of(
                        random.nextInt(500) + "." + (10 + random.nextInt(90)), pick(random, "USD", "USD", "EUR"));
            }
            if (random.nextBoolean()) {
                order = order.approvedAt(random.nextInt(500) + ".5");
            }
            if (order.status().equals("completed")) {
                order = order.completedAt(order.created().plusSeconds(random.nextInt(1_000_000)));
            }
            List<Order.Installment> due = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                due.add(Order.installment(
                        random.nextInt(300) + ".25",
                        TODAY.plusDays(random.nextInt(200) - 60),
                        pick(random, "paid", "unpaid", "unpaid", "void")));
            }
            return order.due(due.toArray(Order.Installment[]::new));
        }

        private Order begin(Random random) {
            Instant created = TODAY.minusDays(random.nextInt(120))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plusSeconds(random.nextInt(86_400));
            Order order = Order.anOrder(websites.get(random.nextInt(websites.size())), created);
            return random.nextBoolean() ? order.predefined(pick(random, NAMES)) : order;
        }

        @Override
        public Event changed(UUID id, long revision, Order order) {
            return order.event(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return Order.deleted(id, revision);
        }

        private String pick(Random random, String... texts) {
            return pick(random, List.of(texts));
        }

        private String pick(Random random, List<String> texts) {
            return texts.get(random.nextInt(texts.size()));
        }
    }
}
