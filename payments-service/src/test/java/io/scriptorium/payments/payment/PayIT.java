package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.payments.payment.Demands.client;
import static io.scriptorium.payments.payment.Demands.demanded;
import static io.scriptorium.payments.payment.Demands.keyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.payments.KnownWebsite;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.provider.SimulatedCharges;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paying and giving back, whatever the provider does. */
@QuarkusTest
@WithParts
class PayIT {
    private static UUID website;

    private final UUID client = UUID.randomUUID();

    @Inject
    SimulatedCharges provider;

    @BeforeEach
    void know() {
        if (website == null) {
            website = KnownWebsite.in("USD");
        }
    }

    @Test
    void completesAPaymentAndTellsIt() throws Exception {
        String id = demanded(website, client, "100");
        pay(id, "tok_success")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(
                        "status", equalTo("completed"),
                        "completed_at", notNullValue(),
                        "provider", equalTo("fragile"),
                        "provider_reference", containsString("ch_"));
        assertThat(provider.of(id).captures()).isEqualTo(1);
        var events = Topics.events("payments.payment.changes", id, 3);
        for (var event : events) {
            new Contract("payment").fits(event.value());
        }
        assertThat(events.get(2).value()).contains("\"status\":\"completed\"");
        superadmin()
                .get("/api/v1/payments/" + id + "/transitions")
                .then()
                .body(
                        "items.to_status", equalTo(List.of("pending", "processing", "completed")),
                        "items.actor", equalTo(List.of("account", "account", "provider")),
                        "items[1].actor_id", equalTo(client.toString()));
    }

    @Test
    void failsWithTheProvidersReasonAndMayBePaidAgain() {
        String id = demanded(website, client, "10");
        pay(id, "tok_declined")
                .then()
                .statusCode(200)
                .body("status", equalTo("failed"), "failure_reason", equalTo("card_declined"));
        pay(id, "tok_insufficient_funds").then().body("failure_reason", equalTo("insufficient_funds"));
        pay(id, "tok_nobody_knows").then().body("failure_reason", equalTo("unknown_token"));
        pay(id, "tok_success").then().body("status", equalTo("completed"), "failure_reason", equalTo(null));
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @Test
    void leavesProcessingWhatIsNotKnownYetUntilItIs() {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow").then().statusCode(202).body("status", equalTo("processing"));
        awaitStatus(id, "completed");
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    /** A webhook or the reconciler may be faster than the client's answer, which then tells what they brought. */
    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout", "tok_lost"})
    void completesOnceWhatTheProviderDoesNotAnswer(String token) {
        String id = demanded(website, client, "10");
        Response answer = pay(id, token);
        assertThat(answer.statusCode() + " " + answer.path("status")).isIn("202 processing", "200 completed");
        awaitStatus(id, "completed");
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @Test
    void failsWhatIsDeclinedLater() {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow_declined").then().statusCode(202);
        awaitStatus(id, "failed");
        assertThat(provider.of(id).captures()).isZero();
    }

    @Test
    void takesAnAnswerThatComesTwiceOnce() throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_twice").then().statusCode(200).body("status", equalTo("completed"));
        // The webhooks come meanwhile and change nothing.
        refund(id, "10").then().statusCode(200);
        Topics.events("payments.payment.changes", id, 4);
    }

    @Test
    void paysOnceForOneKeyAndOnlyWhatMayBePaid() {
        String id = demanded(website, client, "10");
        String key = UUID.randomUUID().toString();
        Response first = pay(id, "tok_success", key);
        Response again = pay(id, "tok_success", key);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        pay(id, "tok_success")
                .then()
                .statusCode(409)
                .body("detail", containsString("it can become: partially_refunded, refunded"));
        pay(id, "tok_declined", key).then().statusCode(422);
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @Test
    void letsNobodyElsePay() {
        String id = demanded(website, client, "10");
        keyed(client(website, UUID.randomUUID()))
                .body(Map.of("token", "tok_success"))
                .post("/api/v1/payments/" + id + "/pay")
                .then()
                .statusCode(404);
        keyed(client(UUID.randomUUID(), client))
                .body(Map.of("token", "tok_success"))
                .post("/api/v1/payments/" + id + "/pay")
                .then()
                .statusCode(404);
        keyed(admin(website.toString()))
                .body(Map.of("token", "tok_success"))
                .post("/api/v1/payments/" + id + "/pay")
                .then()
                .statusCode(403);
        keyed(client(website, client))
                .body(Map.of("token", "4111 1111 1111 1111"))
                .post("/api/v1/payments/" + id + "/pay")
                .then()
                .statusCode(422);
    }

    @Test
    void givesBackInPartsAndNeverMoreThanThereIs() throws Exception {
        String id = demanded(website, client, "100");
        refund(id, "1").then().statusCode(409).body("detail", containsString("it can become: cancelled, processing"));
        pay(id, "tok_success");
        refund(id, "100.01").then().statusCode(422).body("errors[0].message", containsString("100.00"));
        refund(id, "25").then().statusCode(200).body("status", equalTo("succeeded"));
        read(id, "partially_refunded", 25.0f);
        refund(id, "75.01").then().statusCode(422).body("errors[0].message", containsString("75.00"));
        refund(id, "30.5").then().statusCode(200);
        read(id, "partially_refunded", 55.5f);
        refund(id, "44.5").then().statusCode(200);
        read(id, "refunded", 100.0f);
        refund(id, "0.01").then().statusCode(409);
        assertThat(provider.of(id).refunded()).isEqualByComparingTo("100");
        client(website, client)
                .get("/api/v1/payments/" + id + "/refunds")
                .then()
                .body("items.status", equalTo(List.of("succeeded", "succeeded", "succeeded")));
        var events = Topics.events("payments.payment.changes", id, 6);
        new Contract("payment").fits(events.get(5).value());
        assertThat(events.get(5).value()).contains("\"refunded_amount\":100.00", "\"amount\":44.50");
    }

    @Test
    void countsARefundThatIsOpenAsGiven() {
        String id = demanded(website, client, "100");
        pay(id, "tok_refund_slow");
        refund(id, "60").then().statusCode(202).body("status", equalTo("open"));
        refund(id, "40.01").then().statusCode(422).body("errors[0].message", containsString("40.00"));
        awaitStatus(id, "partially_refunded");
        read(id, "partially_refunded", 60.0f);
    }

    @Test
    void leavesAPaymentAsItIsWhenARefundFails() {
        String id = demanded(website, client, "100");
        pay(id, "tok_refund_declined");
        refund(id, "60")
                .then()
                .statusCode(200)
                .body("status", equalTo("failed"), "failure_reason", equalTo("refund_declined"));
        read(id, "completed", 0.0f);
        superadmin()
                .get("/api/v1/payments/" + id + "/transitions?sort=-at&limit=1")
                .then()
                .body("items[0].reason", containsString("refund_declined"), "items[0].to_status", equalTo("completed"));
    }

    @Test
    void letsOnlyAdminsOfTheWebsiteGiveBack() {
        String id = demanded(website, client, "100");
        pay(id, "tok_success");
        Map<String, Object> body = Map.of("amount", 1, "reason", "Late");
        keyed(client(website, client))
                .body(body)
                .post("/api/v1/payments/" + id + "/refund")
                .then()
                .statusCode(403);
        keyed(admin(UUID.randomUUID().toString()))
                .body(body)
                .post("/api/v1/payments/" + id + "/refund")
                .then()
                .statusCode(404);
        keyed(superadmin())
                .body(body)
                .post("/api/v1/payments/" + id + "/refund")
                .then()
                .statusCode(200);
    }

    private void read(String id, String status, float refunded) {
        client(website, client)
                .get("/api/v1/payments/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo(status), "refunded_amount", equalTo(refunded));
    }

    private void awaitStatus(String id, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> client(website, client)
                        .get("/api/v1/payments/" + id)
                        .then()
                        .body("status", equalTo(status)));
    }

    private Response pay(String id, String token) {
        return pay(id, token, UUID.randomUUID().toString());
    }

    private Response pay(String id, String token, String key) {
        return client(website, client)
                .header("Idempotency-Key", key)
                .body(Map.of("token", token))
                .post("/api/v1/payments/" + id + "/pay");
    }

    private static Response refund(String id, String amount) {
        return keyed(admin(website.toString()))
                .body(Map.of("amount", new java.math.BigDecimal(amount), "reason", "Delivered late"))
                .post("/api/v1/payments/" + id + "/refund");
    }
}
