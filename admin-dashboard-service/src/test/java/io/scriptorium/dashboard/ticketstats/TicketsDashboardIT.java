package io.scriptorium.dashboard.ticketstats;

import static io.scriptorium.dashboard.Clients.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.WithParts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class TicketsDashboardIT {
    private static final String TICKETS = "/api/v1/admin/dashboards/tickets";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final UUID site = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();

    @Test
    void followsATicketUntilItIsOpenedAgain() throws Exception {
        Instant longAgo = NOW.minus(Duration.ofDays(40));
        TicketEvent old = TicketEvent.open(site, longAgo);
        Broker.send(old.of(first, 1), TicketEvent.open(site, NOW).of(second, 2));
        shows(answer -> answer.body(
                "summary.total_tickets", is(2),
                "summary.open_tickets", is(2),
                "summary.unassigned_open_tickets", is(2),
                "summary.opened", is(1),
                "summary.oldest_open_created_at", startsWith(longAgo.toString().substring(0, 19)),
                "summary.oldest_open_age_hours.intValue()", is(960),
                "assignee_breakdown[0].assigned_to", nullValue(),
                "assignee_breakdown[0].open_tickets", is(2),
                "time_to_resolve.resolved", is(0),
                "time_to_resolve.p50_hours", nullValue()));

        // Ninety days at most: 40 days are in the bucket of 30 to 60, of which half is 45.
        Broker.send(old.assignedTo(ada).resolved(NOW).of(first, 3));
        shows(answer -> answer.body(
                "summary.open_tickets",
                is(1),
                "summary.resolved",
                is(1),
                "summary.oldest_open_created_at",
                startsWith(NOW.toString().substring(0, 19)),
                "assignee_breakdown.find { it.assigned_to == '" + ada + "' }.tickets",
                is(1),
                "assignee_breakdown.find { it.assigned_to == '" + ada + "' }.open_tickets",
                is(0),
                "time_to_resolve.resolved",
                is(1),
                "time_to_resolve.p50_hours",
                is(1080.0f),
                "time_to_resolve.p90_hours",
                is(1368.0f),
                "daily[1].resolved",
                is(1)));

        Broker.send(old.assignedTo(ada).resolved(NOW).closed(NOW).of(first, 4));
        shows(answer -> answer.body(
                "summary.closed", is(1),
                "status_breakdown.find { it.status == 'closed' }.tickets", is(1),
                "daily[1].closed", is(1)));

        Broker.send(old.assignedTo(ada).of(first, 5));
        shows(answer -> answer.body(
                "summary.open_tickets", is(2),
                "summary.closed", is(0),
                "summary.resolved", is(0),
                "summary.unassigned_open_tickets", is(1),
                "time_to_resolve.resolved", is(0),
                "category_breakdown[0].category", equalTo("technical"),
                "category_breakdown[0].open_tickets", is(2),
                "priority_breakdown[0].priority", equalTo("normal")));

        Broker.send(TicketEvent.deleted(first, 6), TicketEvent.deleted(second, 7));
        shows(answer -> answer.body(
                "summary.total_tickets", is(0),
                "summary.oldest_open_created_at", nullValue(),
                "summary.oldest_open_age_hours", nullValue()));
    }

    @Test
    void comparesTimesToResolveWithTheSpanBefore() throws Exception {
        Instant lastWeek = NOW.minus(Duration.ofDays(7));
        Broker.send(
                TicketEvent.open(site, NOW.minus(Duration.ofMinutes(90)))
                        .resolved(NOW)
                        .of(first, 1),
                TicketEvent.open(site, lastWeek.minus(Duration.ofMinutes(20)))
                        .resolved(lastWeek)
                        .of(second, 2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("admin", site)
                        .get(TICKETS + "?days=7&compare=previous")
                        .then()
                        .body(
                                "recent.p50_hours", is(1.5f),
                                "compare.previous.p50_hours", is(0.38f),
                                "compare.difference.p50_hours", is(1.12f),
                                "compare.previous.resolved", is(1),
                                "compare.difference.resolved", is(0)));
    }

    private void shows(Consumer<ValidatableResponse> check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> check.accept(
                        as("admin", site).get(TICKETS + "?days=2").then().statusCode(200)));
    }
}
