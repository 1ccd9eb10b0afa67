package io.scriptorium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.demo.Demo;
import io.scriptorium.demo.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fortnight of the past, lived through in moments, is on the dashboards as it was told. */
class DemoE2E {
    private static final int DAYS = 14;
    private static final Duration COUNTED_WITHIN = Duration.ofMinutes(2);
    private static final List<String> OWNERS = List.of("writer-service", "payments-service", "special-orders-service");

    private static RunningSuite suite;
    private static Client superadmin;
    private static ByteArrayOutputStream said;
    private static Tally.Website made;

    @BeforeAll
    static void demonstrate() throws IOException {
        suite = RunningSuite.shared();
        superadmin = suite.superadmin();
        said = new ByteArrayOutputStream();
        made = demo(4).get(0);
    }

    @Test
    void showsInTheOverviewWhatItSaysItMade() {
        Awaitility.await().atMost(COUNTED_WITHIN).untilAsserted(() -> {
            JsonNode overview = dashboard("overview");
            assertThat(overview.at("/users/total_users").asLong()
                            + dashboard("users").get("total_admins").asLong())
                    .isEqualTo(made.counts().get("accounts") - made.counts().get("accounts left"));
            assertThat(overview.at("/writers/total_writers").asLong())
                    .isEqualTo(made.counts().get("writers"));
            assertThat(overview.at("/special_orders/total_orders").asLong())
                    .isEqualTo(made.counts().get("special orders"));
            assertThat(overview.at("/tickets/total_tickets").asLong())
                    .isEqualTo(made.counts().get("tickets"));
            assertThat(overview.at("/tips/total_tips").asLong())
                    .isEqualTo(made.counts().get("tips"));
            assertThat(overview.at("/tips/total_tip_amount").decimalValue()).isEqualByComparingTo(made.tipped());
            assertThat(overview.at("/payments/total_payments").asLong())
                    .isEqualTo(made.counts().get("payments"));
        });
    }

    @Test
    void showsOnEachDayWhatItSaysItMadeThen() {
        Awaitility.await().atMost(COUNTED_WITHIN).untilAsserted(() -> {
            assertThat(days(dashboard("tips/analytics").at("/trends/daily"), "count"))
                    .containsExactlyInAnyOrderEntriesOf(made.tipsByDay());
            assertThat(days(dashboard("tickets").get("daily"), "opened"))
                    .containsExactlyInAnyOrderEntriesOf(made.ticketsByDay());
            Map<LocalDate, Long> payments = days(dashboard("payments").get("daily"), "payments");
            assertThat(payments.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(made.counts().get("payments"));
            assertThat(payments).hasSizeGreaterThan(DAYS / 3);
        });
        assertThat(made.tipsByDay()).hasSizeGreaterThan(2);
        assertThat(made.ticketsByDay()).hasSizeGreaterThan(2);
    }

    /** What was not paid when it was due has expired, and what is pending is due in the future. */
    @Test
    void leavesNothingUnpaidThatIsOverdue() {
        Awaitility.await().atMost(COUNTED_WITHIN).untilAsserted(() -> {
            JsonNode pending =
                    Market.read(superadmin, "/api/v1/payments?limit=200&status=pending&website_id=" + made.id());
            assertThat(pending.get("items"))
                    .filteredOn(payment -> payment.hasNonNull("due_at"))
                    .allSatisfy(payment -> assertThat(
                                    Instant.parse(payment.get("due_at").asText()))
                            .isAfter(Instant.now()));
        });
    }

    @Test
    void leavesTheClocksRight() {
        for (String owner : OWNERS) {
            JsonNode clock = Market.read(superadmin, "/api/v1/" + owner + "/clock");
            assertThat(clock.get("moved").asBoolean()).isFalse();
            assertThat(Duration.between(Instant.parse(clock.get("now").asText()), Instant.now())
                            .abs())
                    .isLessThan(Duration.ofMinutes(10));
        }
    }

    @Test
    void addsAnotherWebsiteWhenItIsRunAgain() {
        Tally.Website second = demo(4).get(0);
        assertThat(second.id()).isNotEqualTo(made.id());
        assertThat(second.domain()).isNotEqualTo(made.domain());
        assertThat(second.counts().get("tips")).isEqualTo(made.counts().get("tips"));
    }

    @Test
    void letsNobodyButASuperadminMoveTheClock() {
        for (String owner : OWNERS) {
            String path = "/api/v1/" + owner + "/clock/move";
            Map<String, ?> june = Map.of("now", "2026-06-01T10:00:00Z");
            assertThat(suite.client("admin", made.id(), made.id())
                            .post(path, june)
                            .status())
                    .isEqualTo(403);
            assertThat(superadmin
                            .post(path, Map.of("now", "2999-01-01T00:00:00Z"))
                            .status())
                    .isEqualTo(422);
        }
    }

    private static List<Tally.Website> demo(long seed) {
        Tally tally = new Demo(
                        suite.address(), suite.issuer(), 1, DAYS, 0.05, seed, 4, new PrintStream(said, true), false)
                .run(false);
        assertThat(said.toString()).contains("Seed " + seed, "Done in");
        return tally.websites();
    }

    private static JsonNode dashboard(String name) {
        return Market.read(
                superadmin, "/api/v1/admin/dashboards/" + name + "?days=" + DAYS + "&website_id=" + made.id());
    }

    /** Those on which there was any. */
    private static Map<LocalDate, Long> days(JsonNode daily, String field) {
        Map<LocalDate, Long> days = new TreeMap<>();
        daily.forEach(day -> {
            if (day.get(field).asLong() > 0) {
                days.put(
                        LocalDate.parse(day.get("day").asText()), day.get(field).asLong());
            }
        });
        return days;
    }
}
