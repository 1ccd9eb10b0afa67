package io.scriptorium.payments;

import static io.scriptorium.owner.test.Callers.admin;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.ApiDescription;
import io.scriptorium.owner.test.Callers;
import io.scriptorium.owner.test.FixedTime;
import io.scriptorium.owner.test.ForeignIds;
import io.scriptorium.payments.payment.PaymentSteps;
import io.scriptorium.payments.payment.PaymentView;
import io.scriptorium.payments.payment.StepwisePayments;
import io.scriptorium.payments.reminder.Engines;
import io.scriptorium.platform.Role;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every endpoint, whoever adds one: a new one with an id in its path needs an id in {@link #somebodys}. */
@QuarkusTest
@WithParts
class ApiIT {
    private static final int HALF_WAY = 50;

    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Inject
    Market market;

    @Inject
    PaymentSteps payments;

    @Inject
    StepwisePayments demands;

    @Inject
    Marketplace marketplace;

    @Inject
    Engines engines;

    @Test
    void letsNobodyMoveItsClock() {
        FixedTime.isKeptAt("/api/v1/payments-service/clock");
    }

    @Test
    void describesEveryEndpoint() {
        ApiDescription.at(openApi).isComplete("io.scriptorium.payments");
    }

    @Test
    void findsNothingOfAnotherWebsite() throws Exception {
        String there = market.aWebsite("USD");
        ForeignIds.of(ApiDescription.at(openApi), somebodys(there)).areNotFoundFrom(market.aWebsite("USD"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WRITER", "CLIENT"})
    void findsNothingOfSomebodyElse(Role role) throws Exception {
        String website = market.aWebsite("USD");
        ForeignIds.of(ApiDescription.at(openApi), somebodys(website))
                .areNotFoundBy(role, website, UUID.randomUUID().toString());
    }

    /** By the path before it, the id of one of each that belongs to a client or writer of the website. */
    private Map<String, String> somebodys(String website) throws Exception {
        String writer = market.aWriter(website, "60.00");
        Map<String, String> tip = Callers.as(
                        "client", website, UUID.randomUUID().toString())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("writer_id", writer, "amount", 25, "type", "direct"))
                .post("/api/v1/tips")
                .then()
                .statusCode(201)
                .extract()
                .path("");
        payments.pay(website, tip.get("payment_id"));
        String account = admin(website)
                .get("/api/v1/ledger/accounts?kind=writer")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        Map<String, String> ids = new HashMap<>();
        ids.put("/api/v1/payments", tip.get("payment_id"));
        ids.put("/api/v1/tips", tip.get("id"));
        ids.put("/api/v1/ledger/accounts", account);
        UUID place = UUID.fromString(website);
        ids.put("/api/v1/reminder-configs", marketplace.aConfig(place, HALF_WAY).toString());
        ids.put("/api/v1/deletion-messages", marketplace.aDeletionMessage(place).toString());
        PaymentView due = demands.demand(
                place, marketplace.aClient(place), "25.00", Instant.now().plus(Duration.ofDays(2)));
        ids.put(
                "/api/v1/reminders",
                engines.remindOf(due, due.createdAt().plus(Duration.ofDays(1)).plusSeconds(60)));
        return ids;
    }
}
