package io.scriptorium.dashboard.specialorderstats;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.website;
import static io.scriptorium.dashboard.specialorderstats.Order.anOrder;
import static io.scriptorium.dashboard.specialorderstats.Order.installment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.DashboardChecks;
import io.scriptorium.dashboard.WithParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class SpecialOrdersDashboardIT {
    private static final String ORDERS = "/api/v1/admin/dashboards/special-orders";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @Inject
    AgroalDataSource database;

    private final UUID site = UUID.randomUUID();

    @BeforeEach
    void aWebsite() throws Exception {
        Broker.send(website(site, 1, "Essays"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        superadmin().get(ORDERS + "?website_id=" + site).then().statusCode(200));
    }

    @Test
    void countsAnEmptyWebsiteAsNoughts() {
        superadmin()
                .get(ORDERS + "?website_id=" + site)
                .then()
                .body(
                        "summary.total_orders", is(0),
                        "summary.total_revenue", is(0.00f),
                        "summary.avg_order_value", is(0.00f),
                        "status_breakdown", empty(),
                        "currency", nullValue(),
                        "other_currencies", empty(),
                        "period.days", is(30));
        superadmin()
                .get(ORDERS + "/analytics?days=14&website_id=" + site)
                .then()
                .statusCode(200)
                .body("count", is(0), "conversion_rate", is(0.00f), "avg_completion_days", is(0.00f));
        superadmin()
                .get(ORDERS + "/installments?website_id=" + site)
                .then()
                .statusCode(200)
                .body("total_installments", is(0), "due_by_week.size()", is(13), "due_later.installments", is(0));
    }

    @Test
    void followsAnOrderFromInquiryToCompletion() throws Exception {
        UUID id = UUID.randomUUID();
        Order inquiry = anOrder(site, NOW.minus(Duration.ofHours(36)));
        Broker.send(inquiry.event(id, 1));
        shows(
                ORDERS,
                body -> body.body(
                        "summary.total_orders",
                        is(1),
                        "summary.inquiry_orders",
                        is(1),
                        "summary.needs_estimation",
                        is(1)));

        Order estimated = inquiry.in("awaiting_approval").of("400.00", "USD");
        Broker.send(estimated.event(id, 2));
        shows(
                ORDERS,
                body -> body.body(
                        "summary.needs_estimation", is(0),
                        "summary.awaiting_approval", is(1),
                        "summary.needs_approval", is(1),
                        "summary.avg_order_value", is(400.00f),
                        "summary.total_revenue", is(0.00f),
                        "currency", equalTo("USD")));

        Order started = estimated
                .in("in_progress")
                .approvedAt("380.00")
                .due(
                        installment("100.00", TODAY.minusDays(2), "paid"),
                        installment("80.00", TODAY.minusDays(1), "unpaid"),
                        installment("150.00", TODAY, "unpaid"),
                        installment("50.00", TODAY.plusYears(1), "unpaid"));
        Broker.send(started.event(id, 3));
        shows(ORDERS, body -> body.body("summary.pending_installments", is(3), "summary.in_progress", is(1)));
        shows(
                ORDERS + "/installments",
                body -> body.body(
                        "total_installments", is(4),
                        "paid", is(1),
                        "unpaid", is(3),
                        "overdue", is(1),
                        "total_due", is(280.00f),
                        "total_paid", is(100.00f),
                        "total_overdue", is(80.00f),
                        "due_by_week[0].installments", is(1),
                        "due_by_week[0].amount", is(150.00f),
                        "due_later.amount", is(50.00f)));

        // Rescheduled: one is void, one has disappeared, one is new.
        Broker.send(started.due(
                        installment("100.00", TODAY.minusDays(2), "paid"),
                        installment("80.00", TODAY.minusDays(1), "void"),
                        installment("200.00", TODAY.plusWeeks(1), "unpaid"))
                .event(id, 4));
        shows(
                ORDERS + "/installments",
                body -> body.body(
                        "total_installments", is(2),
                        "overdue", is(0),
                        "total_due", is(200.00f),
                        "due_by_week[1].amount", is(200.00f),
                        "due_later.installments", is(0)));

        Broker.send(started.completedAt(NOW).event(id, 5));
        shows(
                ORDERS + "/analytics?days=7",
                body -> body.body(
                        "count", is(1),
                        "completed", is(1),
                        "total_revenue", is(380.00f),
                        "avg_completion_days", is(1.50f),
                        "conversion_rate", is(100.00f),
                        "type_breakdown.order_type", contains("estimated")));

        Broker.send(Order.deleted(id, 6));
        shows(ORDERS, body -> body.body("summary.total_orders", is(0), "summary.total_revenue", is(0.00f)));
        shows(ORDERS + "/installments", body -> body.body("total_installments", is(0), "total_due", is(0.00f)));
    }

    @Test
    void addsNoAmountsOfDifferentCurrencies() throws Exception {
        for (int i = 0; i < 3; i++) {
            String currency = i == 0 ? "EUR" : "USD";
            Broker.send(
                    anOrder(site, NOW).of("10.00", currency).completedAt(NOW).event(UUID.randomUUID(), 1));
        }
        shows(
                ORDERS,
                body -> body.body(
                        "summary.completed", is(3),
                        "summary.total_revenue", is(20.00f),
                        "currency", equalTo("USD"),
                        "other_currencies", contains("EUR")));
        shows(
                ORDERS + "?currency=EUR",
                body -> body.body(
                        "summary.completed", is(3),
                        "summary.total_revenue", is(10.00f),
                        "summary.avg_order_value", is(10.00f),
                        "currency", equalTo("EUR"),
                        "other_currencies", contains("USD")));
        shows(
                ORDERS + "?currency=JPY",
                body -> body.body("summary.total_revenue", is(0.00f), "other_currencies", contains("EUR", "USD")));
        superadmin().get(ORDERS + "?currency=eur").then().statusCode(400).body("errors.field", hasItem("currency"));
        String csv = as("admin", site)
                .get(ORDERS + "/export.csv?table=type_breakdown&currency=EUR")
                .asString();
        assertThat(csv).isEqualTo("order_type,count,completed,total_revenue (EUR)\r\nestimated,3,3,10.00\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"special-orders", "special-orders/analytics", "special-orders/installments"})
    void isAsEveryDashboardIs(String dashboard) throws Exception {
        Broker.send(anOrder(site, NOW)
                .predefined("Thesis")
                .of("10.00", "USD")
                .completedAt(NOW)
                .due(installment("10.00", TODAY, "unpaid"))
                .event(UUID.randomUUID(), 1));
        shows(ORDERS, body -> body.body("summary.completed", is(1)));

        DashboardChecks.check(database, dashboard, site);
    }

    @Test
    void takesNoDaysWhereTheyMeanNothing() {
        superadmin().get(ORDERS + "/installments?days=7").then().statusCode(400);
        superadmin().get(ORDERS + "/installments?compare=previous").then().statusCode(400);
    }

    private void shows(String path, Consumer<ValidatableResponse> check) {
        Client client = as("admin", site);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> check.accept(client.get(path).then().statusCode(200)));
    }
}
