package io.scriptorium.dashboard.tipstats;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.website;
import static io.scriptorium.dashboard.tipstats.Tip.aTip;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
class TipsDashboardIT {
    private static final String TIPS = "/api/v1/admin/dashboards/tips";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Inject
    AgroalDataSource database;

    private final UUID site = UUID.randomUUID();
    private final UUID writer = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();

    @BeforeEach
    void aWebsite() throws Exception {
        Broker.send(website(site, 1, "Essays"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        superadmin().get(TIPS + "?website_id=" + site).then().statusCode(200));
    }

    @Test
    void countsAnEmptyWebsiteAsNoughts() {
        superadmin()
                .get(TIPS + "?website_id=" + site)
                .then()
                .body(
                        "summary.total_tips", is(0),
                        "summary.total_tip_amount", is(0.00f),
                        "summary.avg_writer_percentage", is(0.00f),
                        "payment_status.pending", is(0),
                        "type_breakdown", empty(),
                        "currency", nullValue(),
                        "recent_summary.days", is(30));
        superadmin()
                .get(TIPS + "/analytics?days=14&website_id=" + site)
                .then()
                .statusCode(200)
                .body("trends.daily", hasSize(14), "top_performers.writers", empty());
        superadmin()
                .get(TIPS + "/earnings?website_id=" + site)
                .then()
                .statusCode(200)
                .body("overall.total_tips", is(0), "overall.platform_profit_percentage", is(0.00f), "monthly", empty());
    }

    @Test
    void followsATipFromItsPromiseToItsRefund() throws Exception {
        UUID id = UUID.randomUUID();
        Tip tip = aTip(site, NOW).between(client, writer).of("25.00", "USD").ofType("order");
        Broker.send(tip.in("pending").event(id, 1));
        shows(
                TIPS,
                body -> body.body(
                        "summary.total_tips", is(1),
                        "summary.total_tip_amount", is(25.00f),
                        "summary.total_writer_earnings", is(15.00f),
                        "summary.total_platform_profit", is(10.00f),
                        "summary.avg_tip_amount", is(25.00f),
                        "summary.avg_writer_percentage", is(60.00f),
                        "payment_status.pending", is(1),
                        "type_breakdown[0].tip_type", equalTo("order"),
                        "level_breakdown[0].level", equalTo("Advanced")));
        shows(TIPS + "/earnings", body -> body.body("overall.total_tips", is(0)));
        shows(TIPS + "/analytics", body -> body.body("summary.total_tips", is(1), "top_performers.writers", empty()));

        Broker.send(tip.event(id, 2));
        shows(
                TIPS + "/analytics",
                body -> body.body(
                        "top_performers.writers[0].writer_id", equalTo(writer.toString()),
                        "top_performers.writers[0].writer_earnings", is(15.00f),
                        "top_performers.clients[0].client_id", equalTo(client.toString()),
                        "top_performers.clients[0].total_amount", is(25.00f)));

        Broker.send(tip.refunded("5.00").event(id, 3));
        shows(
                TIPS + "/earnings",
                body -> body.body(
                        "overall.total_tip_amount", is(25.00f),
                        "overall.platform_profit_percentage", is(40.00f),
                        "overall.total_refunded", is(5.00f),
                        "overall.writer_earnings_refunded", is(3.00f),
                        "overall.net_writer_earnings", is(12.00f),
                        "overall.net_platform_profit", is(8.00f),
                        "by_type.tip_type", contains("order"),
                        "monthly", hasSize(1)));

        Broker.send(Tip.deleted(id, 4));
        shows(TIPS, body -> body.body("summary.total_tips", is(0)));
        shows(TIPS + "/earnings", body -> body.body("overall.total_tips", is(0), "overall.total_refunded", is(0.00f)));
        shows(TIPS + "/analytics", body -> body.body("top_performers.writers", empty()));
    }

    @Test
    void addsNoAmountsOfDifferentCurrencies() throws Exception {
        Broker.send(
                aTip(site, NOW).of("10.00", "USD").event(UUID.randomUUID(), 1),
                aTip(site, NOW).of("30.00", "USD").event(UUID.randomUUID(), 1),
                aTip(site, NOW).between(client, writer).of("7.00", "EUR").event(UUID.randomUUID(), 1));
        shows(
                TIPS,
                body -> body.body(
                        "summary.total_tips", is(3),
                        "summary.total_tip_amount", is(40.00f),
                        "summary.avg_tip_amount", is(20.00f),
                        "currency", equalTo("USD"),
                        "other_currencies", contains("EUR")));
        shows(
                TIPS + "/analytics?currency=EUR",
                body -> body.body(
                        "summary.total_tips", is(3),
                        "summary.total_tip_amount", is(7.00f),
                        "top_performers.clients", hasSize(1),
                        "top_performers.clients[0].client_id", equalTo(client.toString())));
    }

    @Test
    void takesAllTimeOrDaysForEarningsButComparesOnlyDays() throws Exception {
        Instant longAgo = Instant.parse("2015-05-05T05:05:05Z");
        Broker.send(
                aTip(site, longAgo).event(UUID.randomUUID(), 1), aTip(site, NOW).event(UUID.randomUUID(), 1));
        shows(
                TIPS + "/earnings",
                body -> body.body(
                        "overall.total_tips",
                        is(2),
                        "monthly[0].month",
                        equalTo("2015-05-01"),
                        "period.date_from",
                        equalTo("1970-01-01")));
        shows(
                TIPS + "/earnings?date_from=2015-05-05&date_to=2015-05-05",
                body -> body.body("overall.total_tips", is(1)));
        shows(TIPS + "/earnings?date_from=2015-05-06", body -> body.body("overall.total_tips", is(1)));
        shows(
                TIPS + "/earnings?days=1&compare=previous",
                body -> body.body("overall.total_tips", is(1), "compare.previous.total_tips", is(0)));
        superadmin()
                .get(TIPS + "/earnings?compare=previous")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("compare"));
    }

    @Test
    void showsASuperadminAllWebsitesTogether() throws Exception {
        // A currency of its own, since other tests' tips are here too.
        String currency = "ZZT";
        UUID elsewhere = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Broker.send(
                aTip(site, NOW).between(client, writer).of("10.00", currency).event(UUID.randomUUID(), 1),
                aTip(elsewhere, NOW)
                        .between(client, other)
                        .of("30.00", currency)
                        .event(UUID.randomUUID(), 1));
        String query = "?days=3&currency=" + currency;
        Client root = superadmin();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> root.get(TIPS + "/analytics" + query)
                        .then()
                        .statusCode(200)
                        .body(
                                "scope", equalTo("all"),
                                "summary.total_tip_amount", is(40.00f),
                                "top_performers.clients", hasSize(1),
                                "top_performers.clients[0].total_amount", is(40.00f),
                                "top_performers.writers.writer_id", contains(other.toString(), writer.toString())));
        root.get(TIPS + query).then().body("recent_summary.total_tip_amount", is(40.00f));
        root.get(TIPS + "/earnings" + query).then().body("overall.total_writer_earnings", is(24.00f));
        // One website's are its own.
        root.get(TIPS + "/analytics" + query + "&website_id=" + site)
                .then()
                .body(
                        "summary.total_tip_amount", is(10.00f),
                        "top_performers.clients[0].total_amount", is(10.00f),
                        "top_performers.writers.writer_id", contains(writer.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tips", "tips/analytics", "tips/earnings"})
    void isAsEveryDashboardIs(String dashboard) throws Exception {
        Broker.send(aTip(site, NOW).event(UUID.randomUUID(), 1));
        shows(TIPS, body -> body.body("summary.total_tips", is(1)));

        DashboardChecks.check(database, dashboard, site);
    }

    private void shows(String path, Consumer<ValidatableResponse> check) {
        Client admin = as("admin", site);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> check.accept(admin.get(path).then().statusCode(200)));
    }
}
