package io.scriptorium.writers.earning;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.created;
import static io.scriptorium.writers.WriterSuite.inParallel;
import static io.scriptorium.writers.WriterSuite.writerFields;
import static io.scriptorium.writers.earning.Sources.deletedOrder;
import static io.scriptorium.writers.earning.Sources.deletedTip;
import static io.scriptorium.writers.earning.Sources.order;
import static io.scriptorium.writers.earning.Sources.tip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From tips and orders, as those who own them publish them, to what a writer earned. */
@QuarkusTest
@WithParts
class EarningIT {
    private static final String EARNINGS = "/api/v1/earnings";
    private static final Consumer<ObjectNode> AS_IT_IS = state -> {};

    private String website;
    private Writer writer;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aWriterOfAWebsite() {
        website = aWebsite();
        writer = aWriter(website);
    }

    /** A row: the period, and what it sums. */
    private record Row(String start, String end, String total, String tips, int orders) {}

    @Test
    void countsACompletedTipAndACompletedOrderInTheirPeriod() throws Exception {
        Broker.shared()
                .send(
                        tip(id, 1, website, writer.account(), AS_IT_IS),
                        order(UUID.randomUUID(), 2, website, writer.account(), AS_IT_IS));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "192.00", "12.00", 1));
        awaitProfile(writer, 1, 0, "192.00");
        String row = writer.asks().get(EARNINGS).path("items[0].id");
        writer.asks()
                .get(EARNINGS + "/" + row)
                .then()
                .statusCode(200)
                .body("payment_schedule", equalTo("monthly"), "writer_id", equalTo(writer.account()));
        assertThat(text(writer.asks().get(EARNINGS + "/" + row).asString(), "orders"))
                .isEqualTo("180.00");
    }

    @Test
    void usesFortnightsForThoseWhoArePaidByThem() throws Exception {
        Writer fortnightly = aWriter(website, Map.of("payment_schedule", "bi_weekly"));
        Broker.shared().send(tip(id, 1, website, fortnightly.account(), AS_IT_IS));
        awaitRows(fortnightly, new Row("2026-01-26", "2026-02-08", "12.00", "12.00", 0));
    }

    @Test
    void countsNoTipBeforeItIsPaidAndTakesRefundsBack() throws Exception {
        Broker.shared().send(tip(id, 1, website, writer.account(), tip -> {
            tip.put("payment_status", "pending");
            tip.putNull("completed_at");
        }));
        Broker.shared().send(tip(UUID.randomUUID(), 1, website, writer.account(), AS_IT_IS));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "12.00", "12.00", 0));
        Broker.shared().send(tip(id, 2, website, writer.account(), tip -> tip.put("writer_earning_refunded", 0)));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "27.00", "27.00", 0));
        Broker.shared().send(tip(id, 3, website, writer.account(), tip -> tip.put("writer_earning_refunded", 15)));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "12.00", "12.00", 0));
        awaitProfile(writer, 0, 0, "12.00");
        Broker.shared().send(tip(id, 4, website, writer.account(), tip -> tip.put("writer_earning_refunded", 5)));
        Broker.shared().send(deletedTip(id, 5));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "12.00", "12.00", 0));
        awaitProfile(writer, 0, 0, "12.00");
    }

    @Test
    void followsAnOrderFromActiveToCompletedAndBackAndToAnotherWriter() throws Exception {
        Writer other = aWriter(website);
        Broker.shared().send(order(id, 1, website, writer.account(), inProgress()));
        awaitProfile(writer, 0, 1, "0.00");
        Broker.shared().send(order(id, 2, website, writer.account(), AS_IT_IS));
        awaitProfile(writer, 1, 0, "180.00");
        Broker.shared().send(order(id, 3, website, writer.account(), order -> order.put("writer_pay", 90.5)));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "90.50", "0.00", 1));
        Broker.shared().send(order(id, 4, website, writer.account(), inProgress()));
        awaitProfile(writer, 0, 1, "0.00");
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "0.00", "0.00", 0));
        Broker.shared()
                .send(order(
                        id, 5, website, other.account(), order -> order.put("completed_at", "2026-03-01T00:00:00Z")));
        awaitRows(other, new Row("2026-03-01", "2026-03-31", "180.00", "0.00", 1));
        awaitProfile(writer, 0, 0, "0.00");
        Broker.shared().send(deletedOrder(id, 6));
        awaitProfile(other, 0, 0, "0.00");
    }

    @Test
    void keepsAPeriodThatWasCountedWhenTheScheduleChanges() throws Exception {
        Broker.shared().send(order(id, 1, website, writer.account(), AS_IT_IS));
        awaitProfile(writer, 1, 0, "180.00");
        var read = superadmin().get("/api/v1/writers/" + writer.id());
        superadmin()
                .header("If-Match", read.header("ETag"))
                .body(Map.of("payment_schedule", "bi_weekly"))
                .patch("/api/v1/writers/" + writer.id())
                .then()
                .statusCode(200);
        Broker.shared().send(order(id, 2, website, writer.account(), order -> order.put("writer_pay", 100)));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "100.00", "0.00", 1));
    }

    @Test
    void keepsWhatComesBeforeTheProfileAndCountsItThen() throws Exception {
        String account = anAccount(website, "writer");
        UUID undone = UUID.randomUUID();
        Broker.shared()
                .send(
                        tip(id, 1, website, account, AS_IT_IS),
                        order(UUID.randomUUID(), 1, website, account, AS_IT_IS),
                        order(UUID.randomUUID(), 1, website, account, inProgress()),
                        order(undone, 1, website, account, AS_IT_IS));
        Broker.shared().send(order(undone, 2, website, account, order -> order.put("status", "cancelled")));
        awaitEverythingBefore();
        Writer late = new Writer(
                website, created(writerFields(account, Map.of())).extract().path("id"), account);
        awaitRows(late, new Row("2026-01-01", "2026-01-31", "192.00", "12.00", 1));
        awaitProfile(late, 1, 1, "192.00");
        Broker.shared().send(tip(id, 2, website, account, tip -> tip.put("writer_earning_refunded", 15)));
        awaitRows(late, new Row("2026-01-01", "2026-01-31", "180.00", "0.00", 1));
    }

    @Test
    void countsEachOnceWhileProfilesAreMadeAtTheSameTime() throws Exception {
        List<String> accounts = new ArrayList<>();
        List<Callable<Writer>> makers = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String account = anAccount(website, "writer");
            accounts.add(account);
            makers.add(() -> new Writer(
                    website, created(writerFields(account, Map.of())).extract().path("id"), account));
            for (int n = 0; n < 5; n++) {
                events.add(tip(UUID.randomUUID(), 1, website, account, AS_IT_IS));
            }
        }
        Collections.shuffle(events);
        makers.add(() -> {
            Broker.shared().send(events);
            return writer;
        });
        for (Writer made : inParallel(makers)) {
            if (accounts.contains(made.account())) {
                awaitRows(made, new Row("2026-01-01", "2026-01-31", "60.00", "60.00", 0));
                awaitProfile(made, 0, 0, "60.00");
            }
        }
    }

    @Test
    void isTheSameAsARecountAfterAHistoryThatWasMistreated() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Writer> writers =
                List.of(writer, aWriter(website, Map.of("payment_schedule", "bi_weekly")), aWriter(website));
        Map<UUID, Told> last = new HashMap<>();
        List<Event> history = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            ids.add(UUID.randomUUID());
        }
        for (int revision = 1; revision <= 1_000; revision++) {
            int which = random.nextInt(ids.size());
            Told told = told(random, writers, which % 2 == 0);
            history.add(told.event(ids.get(which), revision, website));
            last.put(ids.get(which), told);
        }
        for (int i = 0; i < 300; i++) {
            history.add(history.get(random.nextInt(history.size())));
        }
        Collections.shuffle(history, random);
        Broker.shared().send(history);

        for (Writer each : writers) {
            boolean monthly = each != writers.get(1);
            Map<LocalDate, Row> rows = new TreeMap<>(Collections.reverseOrder());
            BigDecimal total = new BigDecimal("0.00");
            int completed = 0;
            int active = 0;
            for (Told told : last.values()) {
                if (told.writer() != each || told.kind() == Kind.GONE) {
                    continue;
                }
                active += told.kind() == Kind.ACTIVE ? 1 : 0;
                if (told.kind() == Kind.DONE) {
                    int orders = told.isTip() ? 0 : 1;
                    completed += orders;
                    total = total.add(told.amount());
                    LocalDate day = told.day();
                    LocalDate start = monthly ? day.withDayOfMonth(1) : fortnight(day);
                    LocalDate end = monthly ? start.plusMonths(1).minusDays(1) : start.plusDays(13);
                    rows.merge(
                            end,
                            new Row(
                                    start.toString(),
                                    end.toString(),
                                    told.amount().toPlainString(),
                                    told.isTip() ? told.amount().toPlainString() : "0.00",
                                    orders),
                            (one, more) -> new Row(
                                    one.start(),
                                    one.end(),
                                    sum(one.total(), more.total()),
                                    sum(one.tips(), more.tips()),
                                    one.orders() + more.orders()));
                }
            }
            String earned = total.toPlainString();
            int done = completed;
            int toDo = active;
            Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(rowsOf(each).stream()
                                .filter(row -> !row.total().equals("0.00") || row.orders() > 0)
                                .toList())
                        .as("seed %d", seed)
                        .isEqualTo(rows.values().stream()
                                .filter(row -> !row.total().equals("0.00") || row.orders() > 0)
                                .toList());
                assertProfile(each, done, toDo, earned);
            });
        }
    }

    @Test
    void refusesWhatCannotBeCountedAndGoesOn() throws Exception {
        Broker.shared().send(tip(id, 1, website, writer.account(), tip -> tip.putNull("completed_at")));
        Broker.shared()
                .send(tip(
                        UUID.randomUUID(),
                        1,
                        website,
                        writer.account(),
                        tip -> tip.put("writer_earning_refunded", 99)));
        Broker.shared().send(tip(UUID.randomUUID(), 1, website, writer.account(), AS_IT_IS));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "12.00", "12.00", 0));
        superadmin()
                .get("/api/v1/writer-service/refused-changes?limit=200")
                .then()
                .body("items.key", hasItem(id.toString()));
    }

    @Test
    void isSeenByTheWriterAndTheStaffOfTheWebsite() throws Exception {
        Broker.shared().send(tip(id, 1, website, writer.account(), AS_IT_IS));
        awaitRows(writer, new Row("2026-01-01", "2026-01-31", "12.00", "12.00", 0));
        String row = writer.asks().get(EARNINGS).path("items[0].id");
        Writer other = aWriter(website);
        other.asks().get(EARNINGS + "/" + row).then().statusCode(404);
        other.asks().get(EARNINGS).then().body("items", hasSize(0));
        other.asks().get(EARNINGS + "?writer_id=" + writer.account()).then().body("items", hasSize(0));
        admin(website).get(EARNINGS + "/" + row).then().statusCode(200);
        admin(aWebsite()).get(EARNINGS + "/" + row).then().statusCode(404);
        as("client", website, UUID.randomUUID().toString()).get(EARNINGS).then().statusCode(403);
        for (String filter :
                List.of("period_from=2026-01-31", "period_to=2026-01-31", "writer_id=" + writer.account())) {
            admin(website).get(EARNINGS + "?" + filter).then().body("items", hasSize(1));
        }
        for (String filter : List.of("period_from=2026-02-01", "period_to=2026-01-30")) {
            admin(website).get(EARNINGS + "?" + filter).then().statusCode(200).body("items", hasSize(0));
        }
        admin(website).get(EARNINGS + "?period_from=yesterday").then().statusCode(400);
    }

    private enum Kind {
        DONE,
        ACTIVE,
        WAITING,
        GONE
    }

    /** A state in a random history. */
    private record Told(boolean isTip, Kind kind, Writer writer, BigDecimal amount, LocalDate day) {
        Event event(UUID id, long revision, String website) {
            if (kind == Kind.GONE) {
                return isTip ? deletedTip(id, revision) : deletedOrder(id, revision);
            }
            return isTip
                    ? tip(id, revision, website, writer.account(), this::describeTip)
                    : order(id, revision, website, writer.account(), this::describeOrder);
        }

        private void describeTip(ObjectNode tip) {
            tip.put("writer_earning", amount.add(BigDecimal.TEN));
            tip.put("writer_earning_refunded", 10);
            tip.put("payment_status", kind == Kind.DONE ? "completed" : "pending");
            tip.put("completed_at", kind == Kind.DONE ? day + "T23:59:59.999999Z" : null);
        }

        private void describeOrder(ObjectNode order) {
            order.put("writer_pay", amount);
            order.put("status", kind == Kind.DONE ? "completed" : kind == Kind.ACTIVE ? "on_hold" : "cancelled");
            order.put("completed_at", kind == Kind.DONE ? day + "T00:00:00Z" : null);
        }
    }

    private static Told told(Random random, List<Writer> writers, boolean isTip) {
        Kind kind = Kind.values()[Math.min(random.nextInt(6), 3)];
        if (random.nextInt(2) == 0) {
            kind = Kind.DONE;
        }
        return new Told(
                isTip,
                isTip && kind == Kind.ACTIVE ? Kind.WAITING : kind,
                writers.get(random.nextInt(writers.size())),
                new BigDecimal(random.nextInt(50_000)).movePointLeft(2),
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120)));
    }

    /** By counting, where the service divides. */
    private static LocalDate fortnight(LocalDate day) {
        LocalDate start = LocalDate.of(2024, 1, 1);
        while (!start.plusDays(14).isAfter(day)) {
            start = start.plusDays(14);
        }
        return start;
    }

    private static String sum(String one, String more) {
        return new BigDecimal(one).add(new BigDecimal(more)).toPlainString();
    }

    private static Consumer<ObjectNode> inProgress() {
        return order -> {
            order.put("status", "in_progress");
            order.putNull("completed_at");
        };
    }

    private void awaitRows(Writer each, Row... rows) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rowsOf(each)).containsExactly(rows));
    }

    private void awaitProfile(Writer each, int completed, int active, String earned) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertProfile(each, completed, active, earned));
    }

    private static void assertProfile(Writer each, int completed, int active, String earned) {
        var profile = superadmin().get("/api/v1/writers/" + each.id());
        assertThat(List.<Object>of(
                        profile.path("completed_orders"),
                        profile.path("active_orders"),
                        text(profile.asString(), "total_earnings")))
                .containsExactly(completed, active, earned);
    }

    /** Once a later change of all partitions is seen, so is what was sent before. */
    private void awaitEverythingBefore() throws Exception {
        Writer last = aWriter(website);
        List<Event> one = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            one.add(tip(UUID.randomUUID(), 1, website, last.account(), AS_IT_IS));
            one.add(order(UUID.randomUUID(), 1, website, last.account(), AS_IT_IS));
        }
        Broker.shared().send(one);
        awaitProfile(last, 30, 0, "5760.00");
    }

    private static List<Row> rowsOf(Writer each) {
        var page = superadmin().get(EARNINGS + "?limit=200&writer_id=" + each.account());
        List<String> totals = texts(page.asString(), "total_earnings");
        List<String> tips = texts(page.asString(), "tips");
        List<Map<String, Object>> items = page.path("items");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> item = items.get(i);
            rows.add(new Row(
                    (String) item.get("period_start"),
                    (String) item.get("period_end"),
                    totals.get(i),
                    tips.get(i),
                    (Integer) item.get("orders_completed")));
        }
        return rows;
    }

    /** Amounts as they are written: a parser would drop the second decimal. */
    private static String text(String json, String field) {
        return texts(json, field).get(0);
    }

    private static List<String> texts(String json, String field) {
        return java.util.regex.Pattern.compile("\"" + field + "\":([0-9.]+)")
                .matcher(json)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
