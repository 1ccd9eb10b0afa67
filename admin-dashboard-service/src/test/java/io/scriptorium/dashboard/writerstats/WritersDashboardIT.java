package io.scriptorium.dashboard.writerstats;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Clients.superadmin;
import static io.scriptorium.dashboard.Event.website;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.WithParts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class WritersDashboardIT {
    private static final String WRITERS = "/api/v1/admin/dashboards/writers";
    private static final Instant NOW = Instant.now();
    private static final Instant LONG_AGO = Instant.parse("2020-02-29T23:59:59Z");

    private final UUID site = UUID.randomUUID();

    @Test
    void countsWritersByStatusLevelAndAvailability() throws Exception {
        UUID moving = UUID.randomUUID();
        WriterEvent writer = WriterEvent.active(site, "A. Lovelace", 5, "100.00", NOW);
        Broker.send(
                website(site, 1, "Essays"),
                writer.of(moving, 2),
                WriterEvent.active(site, "G. Hopper", 7, "50.50", LONG_AGO).of(UUID.randomUUID(), 3),
                WriterEvent.active(site, "M. Hamilton", 0, "0.00", LONG_AGO)
                        .onBreak()
                        .of(UUID.randomUUID(), 4));
        shows(answer -> answer.body(
                        "currency", equalTo("USD"),
                        "summary.total_writers", is(3),
                        "summary.active_writers", is(2),
                        "summary.available_writers", is(2),
                        "summary.new_writers", is(1),
                        "summary.avg_rating", is(4.5f),
                        "summary.total_reviews", is(4),
                        "summary.completed_orders", is(12),
                        "summary.total_earnings", is(150.5f),
                        "status_breakdown.status", contains("active", "on_break"),
                        "level_breakdown[0].level", equalTo("Advanced"),
                        "level_breakdown[0].writers", is(2),
                        "level_breakdown[1].level", nullValue(),
                        "level_breakdown[1].avg_rating", is(0.0f),
                        "availability_breakdown.find { it.available }.writers", is(2))
                .body(
                        "top_writers.by_completed_orders.pen_name", contains("G. Hopper", "A. Lovelace"),
                        "top_writers.by_completed_orders[0].total_earnings", nullValue(),
                        "top_writers.by_earnings.pen_name", contains("A. Lovelace", "G. Hopper"),
                        "top_writers.by_earnings[0].total_earnings", is(100.0f),
                        "top_writers.by_earnings[0].writer_id", equalTo(moving.toString())));

        Broker.send(writer.onBreak().of(moving, 5));
        shows(answer -> answer.body(
                "summary.active_writers", is(1),
                "summary.total_writers", is(3),
                "summary.new_writers", is(1),
                "status_breakdown.find { it.status == 'on_break' }.writers", is(2)));
        Broker.send(WriterEvent.deleted(moving, 6));
        shows(answer -> answer.body(
                "summary.total_writers", is(2),
                "summary.new_writers", is(0),
                "top_writers.by_earnings.pen_name", contains("G. Hopper")));
    }

    @Test
    void namesTheTenWhoHaveDoneMostOfThisWebsiteAlone() throws Exception {
        Broker.send(
                website(site, 1, "Essays"),
                WriterEvent.active(UUID.randomUUID(), "Somebody else's", 1_000_000, "9999999.00", NOW)
                        .of(UUID.randomUUID(), 1));
        for (int i = 1; i <= 12; i++) {
            Broker.send(WriterEvent.active(site, "Writer " + i, i, (100 - i) + ".00", NOW)
                    .of(UUID.randomUUID(), i));
        }
        shows(answer -> answer.body(
                "summary.total_writers", is(12),
                "top_writers.by_completed_orders.size()", is(10),
                "top_writers.by_completed_orders[0].pen_name", equalTo("Writer 12"),
                "top_writers.by_completed_orders[9].pen_name", equalTo("Writer 3"),
                "top_writers.by_earnings.size()", is(10),
                "top_writers.by_earnings[0].pen_name", equalTo("Writer 1"),
                "top_writers.by_earnings[9].pen_name", equalTo("Writer 10")));
        // Earnings in a currency that the website has not: none.
        as("admin", site)
                .get(WRITERS + "?currency=EUR")
                .then()
                .body(
                        "summary.total_writers", is(12),
                        "summary.total_earnings", is(0.0f),
                        "top_writers.by_earnings.size()", is(0),
                        "top_writers.by_completed_orders.size()", is(10));
    }

    @Test
    void showsTheBestOfAllWebsitesInTheViewOfAll() throws Exception {
        Broker.send(
                website(site, 1, "Essays"),
                WriterEvent.active(site, "The best", 2_000_000, "88888888.00", NOW)
                        .of(UUID.randomUUID(), 1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> superadmin()
                        .get(WRITERS + "?currency=USD")
                        .then()
                        .body(
                                "top_writers.by_completed_orders[0].pen_name", equalTo("The best"),
                                "top_writers.by_earnings[0].pen_name", equalTo("The best"),
                                "top_writers.by_earnings[0].website_id", equalTo(site.toString())));
    }

    @Test
    void tellsHowManyRequestsAreOpenAndHowManyAreApproved() throws Exception {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        UUID deciding = UUID.randomUUID();
        Broker.send(
                new OrderRequestEvent(site, "open", yesterday, null).of(deciding, 1),
                new OrderRequestEvent(site, "rejected", LONG_AGO, yesterday).of(UUID.randomUUID(), 2),
                new OrderRequestEvent(site, "approved", LONG_AGO, LONG_AGO).of(UUID.randomUUID(), 3),
                new OrderRequestEvent(site, "withdrawn", LONG_AGO, NOW).of(UUID.randomUUID(), 4));
        shows(answer -> answer.body(
                "summary.open_order_requests", is(1),
                "summary.approval_rate", is(50.0f),
                "recent.requested", is(1),
                "recent.approval_rate", is(0.0f)));
        Broker.send(new OrderRequestEvent(site, "approved", yesterday, NOW).of(deciding, 5));
        shows(answer -> answer.body(
                "summary.open_order_requests", is(0),
                "summary.approval_rate", is(66.67f),
                "order_requests.find { it.status == 'approved' }.requests", is(2),
                "recent.approved", is(1),
                "recent.approval_rate", is(50.0f),
                "daily[0].requested", is(1),
                "daily[0].rejected", is(1),
                "daily[1].approved", is(1)));
    }

    private void shows(Consumer<ValidatableResponse> check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> check.accept(
                        as("admin", site).get(WRITERS + "?days=2").then().statusCode(200)));
    }
}
