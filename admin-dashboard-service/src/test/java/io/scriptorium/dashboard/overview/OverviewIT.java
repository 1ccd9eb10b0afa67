package io.scriptorium.dashboard.overview;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.paymentstats.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class OverviewIT {
    private static final String DASHBOARDS = "/api/v1/admin/dashboards/";
    private static final String OVERVIEW = DASHBOARDS + "overview";
    private static final Instant NOW = Instant.now();

    private final UUID site = UUID.randomUUID();

    @Test
    void showsANewWebsiteAsNoughts() {
        as("admin", site)
                .get(OVERVIEW)
                .then()
                .statusCode(200)
                .body(
                        "currency", nullValue(),
                        "users.total_users", is(0),
                        "payment_reminders.total_reminder_configs", is(0),
                        "special_orders.total_revenue", is(0.0f),
                        "tips.total_tips", is(0),
                        "payments.net_revenue", is(0.0f),
                        "writers.avg_rating", is(0.0f),
                        "tickets.open_tickets", is(0),
                        "period.days", is(30),
                        "compare", nullValue());
    }

    @Test
    void isMadeOldByTheTopicsOfEachPart() throws Exception {
        Client client = as("admin", site);
        client.get(OVERVIEW).then().header("Cache-Status", startsWith("dashboard; fwd=miss"));
        client.get(OVERVIEW).then().header("Cache-Status", startsWith("dashboard; hit"));
        Broker.send(account(UUID.randomUUID(), 1, site, "writer", false, NOW));
        await(() -> client.get(OVERVIEW).then().body("users.total_users", is(1)));
        Broker.send(PaymentEvent.pending(site, "10.00", NOW).of(UUID.randomUUID(), 1));
        await(() -> client.get(OVERVIEW).then().body("payments.total_payments", is(1), "users.total_users", is(1)));
        client.get(OVERVIEW).then().header("Cache-Status", startsWith("dashboard; hit"));
    }

    @Test
    void showsTheNumbersThatTheDashboardsShow() throws Exception {
        Instant lastMonth = NOW.minus(Duration.ofDays(35));
        Broker.send(
                website(site, 1, "Essays"),
                account(UUID.randomUUID(), 1, site, "writer", false, NOW),
                account(UUID.randomUUID(), 2, site, "client", true, lastMonth),
                PaymentEvent.pending(site, "10.00", NOW).completed(NOW).of(UUID.randomUUID(), 1),
                PaymentEvent.pending(site, "4.00", lastMonth)
                        .completed(lastMonth)
                        .of(UUID.randomUUID(), 2),
                PaymentEvent.pending(site, "99.00", NOW)
                        .in("EUR")
                        .completed(NOW)
                        .of(UUID.randomUUID(), 3));
        await(() -> as("admin", site)
                .get(OVERVIEW + "?compare=previous")
                .then()
                .body(
                        "currency", equalTo("USD"),
                        "users.new_users", is(1),
                        "payments.total_payments", is(3),
                        "payments.total_paid", is(14.0f),
                        "payments.revenue", is(10.0f),
                        "compare.payments.previous.revenue", is(4.0f),
                        "compare.payments.difference.revenue", is(6.0f),
                        "compare.payments.difference.paid", is(1),
                        "compare.users.previous.new_users", is(1),
                        "compare.users.difference.new_users", is(0)));
        as("admin", site)
                .get(OVERVIEW + "?currency=EUR")
                .then()
                .body("currency", equalTo("EUR"), "payments.total_paid", is(99.0f), "payments.total_payments", is(3));
    }

    /** Also for all websites together, with whatever the other tests have left there. */
    @Test
    void saysOfEveryDashboardWhatThatSaysItself() {
        Map<String, List<String>> shared = Map.of(
                "users", List.of("total_users", "active_users", "suspended_users", "total_writers", "new_users"),
                "payment_reminders",
                        List.of(
                                "total_reminder_configs",
                                "active_reminder_configs",
                                "total_deletion_messages",
                                "active_deletion_messages",
                                "total_sent_reminders",
                                "recent_sent_reminders"),
                "special_orders",
                        List.of(
                                "total_orders",
                                "inquiry_orders",
                                "awaiting_approval",
                                "in_progress",
                                "completed",
                                "needs_approval",
                                "needs_estimation",
                                "recent_orders",
                                "total_revenue",
                                "pending_installments"),
                "tips", List.of("total_tips", "total_tip_amount", "total_writer_earnings", "total_platform_profit"),
                "payments",
                        List.of(
                                "total_payments",
                                "paid_payments",
                                "pending_payments",
                                "failed_payments",
                                "total_paid",
                                "total_refunded",
                                "net_revenue"),
                "writers",
                        List.of(
                                "total_writers",
                                "active_writers",
                                "available_writers",
                                "avg_rating",
                                "open_order_requests",
                                "approval_rate",
                                "new_writers"),
                "tickets", List.of("total_tickets", "open_tickets", "opened", "resolved", "closed"));
        await(() -> {
            JsonPath overview = superadmin().get(OVERVIEW + "?currency=USD").jsonPath();
            shared.forEach((block, fields) -> {
                String money = List.of("users", "payment_reminders", "tickets").contains(block) ? "" : "?currency=USD";
                JsonPath dashboard = superadmin()
                        .get(DASHBOARDS + block.replace('_', '-') + money)
                        .jsonPath();
                fields.forEach(field -> {
                    Object inSummary = dashboard.get("summary." + field);
                    assertThat(overview.<Object>get(block + "." + field))
                            .as(block + "." + field)
                            .isEqualTo(inSummary == null ? dashboard.get(field) : inSummary)
                            .isNotNull();
                });
            });
        });
    }

    private static void await(ThrowingRunnable check) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(check);
    }
}
