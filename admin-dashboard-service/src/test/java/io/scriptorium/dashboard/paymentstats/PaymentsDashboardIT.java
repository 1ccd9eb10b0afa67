package io.scriptorium.dashboard.paymentstats;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Statements;
import io.scriptorium.dashboard.WithParts;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class PaymentsDashboardIT {
    private static final String PAYMENTS = "/api/v1/admin/dashboards/payments";
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @Inject
    AgroalDataSource database;

    private final UUID site = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void showsAWebsiteWithoutPaymentsAsNoughts() {
        as("admin", site)
                .get(PAYMENTS + "?days=7")
                .then()
                .statusCode(200)
                .body(
                        "currency", nullValue(),
                        "summary.total_payments", is(0),
                        "summary.total_amount", is(0.0f),
                        "summary.avg_payment", is(0.0f),
                        "status_breakdown.size()", is(0),
                        "paid.today.payments", is(0),
                        "paid.this_month.amount", is(0.0f),
                        "daily.size()", is(7),
                        "daily[6].day", equalTo(TODAY.toString()),
                        "daily[6].revenue", is(0.0f),
                        "compare", nullValue(),
                        "scope.website_id", equalTo(site.toString()));
    }

    @Test
    void followsAPaymentUntilItIsGivenBack() throws Exception {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        PaymentEvent pending = PaymentEvent.pending(site, "100.00", yesterday);
        Broker.send(
                pending.of(first, 1), PaymentEvent.pending(site, "50.50", NOW).of(second, 2));
        shows(answer -> answer.body(
                "currency", equalTo("USD"),
                "summary.total_payments", is(2),
                "summary.pending_payments", is(2),
                "summary.pending_amount", is(150.5f),
                "summary.total_paid", is(0.0f),
                "recent.payments", is(2)));

        Broker.send(pending.completed(NOW).of(first, 3));
        shows(answer -> answer.body(
                "summary.paid_payments", is(1),
                "summary.total_paid", is(100.0f),
                "summary.avg_payment", is(100.0f),
                "paid.today.payments", is(1),
                "paid.today.amount", is(100.0f),
                "paid.this_week.amount", is(100.0f),
                "paid.two_weeks.amount", is(100.0f),
                "paid.this_month.amount", is(100.0f),
                "recent.revenue", is(100.0f)));

        PaymentEvent.Refund refund = new PaymentEvent.Refund(new BigDecimal("25.25"), NOW);
        Broker.send(pending.completed(yesterday)
                .refunded("partially_refunded", refund)
                .of(first, 4));
        shows(answer -> answer.body(
                "summary.refunded_payments", is(1),
                "summary.total_refunded", is(25.25f),
                "summary.net_revenue", is(74.75f),
                "status_breakdown.find { it.status == 'partially_refunded' }.refunded", is(25.25f),
                "type_breakdown.size()", is(1),
                "type_breakdown[0].kind", equalTo("installment"),
                "type_breakdown[0].total_paid", is(100.0f),
                "paid.today.payments", is(0),
                "daily[0].day", equalTo(TODAY.minusDays(1).toString()),
                "daily[0].revenue", is(100.0f),
                "daily[0].net_revenue", is(100.0f),
                "daily[1].revenue", is(0.0f),
                "daily[1].refunds", is(1),
                "daily[1].net_revenue", is(-25.25f)));

        Broker.send(PaymentEvent.deleted(first, 5), PaymentEvent.deleted(second, 6));
        shows(answer -> answer.body("summary.total_payments", is(0), "recent.refunded", is(0.0f)));
    }

    @Test
    void neverAddsAmountsOfDifferentCurrencies() throws Exception {
        Broker.send(
                PaymentEvent.pending(site, "10.00", NOW).completed(NOW).of(first, 1),
                PaymentEvent.pending(site, "20.00", NOW).completed(NOW).of(UUID.randomUUID(), 2),
                PaymentEvent.pending(site, "7.00", NOW).in("EUR").completed(NOW).of(second, 3));
        shows(answer -> answer.body(
                "currency", equalTo("USD"),
                "summary.total_payments", is(3),
                "summary.total_paid", is(30.0f),
                "summary.avg_payment", is(15.0f),
                "paid.today.payments", is(3),
                "paid.today.amount", is(30.0f)));
        superadmin()
                .get(PAYMENTS + "?currency=EUR&days=1&website_id=" + site)
                .then()
                .statusCode(404);
        as("admin", site)
                .get(PAYMENTS + "?currency=EUR&days=1")
                .then()
                .statusCode(200)
                .body(
                        "currency", equalTo("EUR"),
                        "summary.total_payments", is(3),
                        "summary.total_paid", is(7.0f),
                        "summary.avg_payment", is(7.0f),
                        "daily[0].revenue", is(7.0f));
        as("admin", site)
                .get(PAYMENTS + "/export.csv?table=daily&currency=EUR&days=1")
                .then()
                .statusCode(200)
                .body(equalTo("day,payments,paid,refunds,revenue (EUR),refunded (EUR),net_revenue (EUR)\r\n" + TODAY
                        + ",3,3,0,7.00,0.00,7.00\r\n"));
    }

    @Test
    void comparesWithTheSpanBefore() throws Exception {
        Instant lastWeek = NOW.minus(Duration.ofDays(7));
        Broker.send(
                PaymentEvent.pending(site, "10.00", NOW).completed(NOW).of(first, 1),
                PaymentEvent.pending(site, "4.00", lastWeek).completed(lastWeek).of(second, 2));
        as("admin", site);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("admin", site)
                        .get(PAYMENTS + "?days=7&compare=previous")
                        .then()
                        .body(
                                "recent.revenue", is(10.0f),
                                "period.days", is(7),
                                "compare.date_from", equalTo(TODAY.minusDays(13).toString()),
                                "compare.previous.revenue", is(4.0f),
                                "compare.previous.payments", is(1),
                                "compare.difference.revenue", is(6.0f),
                                "compare.difference.payments", is(0)));
    }

    @Test
    void costsOneStatementWhenColdAndNoneWhenCached() throws Exception {
        Broker.send(website(site, 1, "Essays"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> superadmin()
                        .get(PAYMENTS + "?website_id=" + site)
                        .then()
                        .statusCode(200));
        for (String query : new String[] {"", "?compare=previous&days=365", "?currency=EUR"}) {
            var client = as("support", site);
            long before = Statements.onStats(database);
            client.get(PAYMENTS + query)
                    .then()
                    .statusCode(200)
                    .header("Server-Timing", matchesPattern("db;dur=[0-9.]+;desc=\"1\", cache;dur=.*"));
            assertThat(Statements.onStats(database) - before).isEqualTo(1);
            client.get(PAYMENTS + query).then().header("Cache-Status", startsWith("dashboard; hit"));
            assertThat(Statements.onStats(database) - before).isEqualTo(1);
        }
    }

    private void shows(Consumer<ValidatableResponse> check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> check.accept(
                        as("admin", site).get(PAYMENTS + "?days=2").then().statusCode(200)));
    }
}
