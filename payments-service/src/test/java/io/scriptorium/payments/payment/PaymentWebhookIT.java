package io.scriptorium.payments.payment;

import static io.scriptorium.payments.payment.Demands.client;
import static io.scriptorium.payments.payment.Demands.demanded;
import static io.scriptorium.payments.payment.Demands.keyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.payments.KnownWebsite;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.provider.Failpoints;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers tell, and who only pretends to be one. */
@QuarkusTest
@WithParts
class PaymentWebhookIT {
    private static UUID website;

    private final UUID client = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void know() {
        if (website == null) {
            website = KnownWebsite.in("USD");
        }
    }

    @Test
    void completesAPaymentBeforeItsAnswerComes() throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow");
        SignedWebhook webhook = SignedWebhook.of("charge.succeeded", attemptOf(id));
        webhook.post().then().statusCode(204);
        status(id, "completed");
        // Again, now or later, it is acknowledged and changes nothing.
        for (int i = 0; i < 3; i++) {
            webhook.post().then().statusCode(204);
        }
        Topics.events("payments.payment.changes", id, 3);
    }

    @Test
    void takesTheSameEventOnceThoughItComesManyTimesAtOnce() throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow");
        SignedWebhook webhook = SignedWebhook.of("charge.succeeded", attemptOf(id));
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> webhook.post().statusCode()));
        }
        for (CompletableFuture<Integer> each : sent) {
            assertThat(each.get()).isEqualTo(204);
        }
        Topics.events("payments.payment.changes", id, 3);
    }

    @Test
    void changesNothingWhenItContradictsWhatIsKnown() throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_success");
        SignedWebhook.of("charge.failed", attemptOf(id)).post().then().statusCode(204);
        status(id, "completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"amount\": 9.99, \"currency\": \"USD\"", "\"amount\": 10.00, \"currency\": \"EUR\"", "\"x\": 1"
            })
    void settlesNothingWithAnEventOfOtherMoney(String money) throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow_declined");
        SignedWebhook.withBody("{\"type\": \"charge.succeeded\", \"data\": {\"key\": \"%s\", %s}}"
                        .formatted(attemptOf(id), money))
                .post()
                .then()
                .statusCode(204);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> status(id, "failed"));
    }

    @Test
    void refusesWhatIsForgedAlteredExpiredOrAheadOfTime() throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow_declined");
        String attempt = attemptOf(id);
        String foreign = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        SignedWebhook.of("charge.succeeded", attempt)
                .with(foreign)
                .post()
                .then()
                .statusCode(401);
        SignedWebhook.of("charge.failed", attempt)
                .altered("{\"type\": \"charge.succeeded\", \"data\": {\"key\": \"" + attempt + "\"}}")
                .post()
                .then()
                .statusCode(401);
        SignedWebhook.of("charge.succeeded", attempt)
                .at(Instant.now().minusSeconds(330))
                .post()
                .then()
                .statusCode(401);
        SignedWebhook.of("charge.succeeded", attempt)
                .at(Instant.now().plusSeconds(330))
                .post()
                .then()
                .statusCode(401);
        SignedWebhook.of("charge.succeeded", attempt)
                .signature("v1,")
                .post()
                .then()
                .statusCode(401);
        SignedWebhook.of("charge.succeeded", attempt).post("fragile").then().statusCode(401);
        SignedWebhook.of("charge.succeeded", attempt).post("nobody").then().statusCode(404);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> status(id, "failed"));
    }

    @Test
    void takesTheOlderKeyWhileTheyAreChangedOver() throws Exception {
        String id = demanded(website, client, "10");
        pay(id, "tok_slow");
        SignedWebhook.of("charge.succeeded", attemptOf(id))
                .with(SignedWebhook.OTHER_KEY)
                .post()
                .then()
                .statusCode(204);
        status(id, "completed");
    }

    @Test
    void keepsNoEventThatHadNoEffect() throws Exception {
        SignedWebhook unknown =
                SignedWebhook.of("charge.succeeded", UUID.randomUUID().toString());
        unknown.post().then().statusCode(422);
        unknown.post().then().statusCode(422);
        String id = demanded(website, client, "10");
        pay(id, "tok_slow");
        SignedWebhook webhook = SignedWebhook.of("charge.succeeded", attemptOf(id));
        Failpoints.failAt("before the outcome is committed");
        webhook.post().then().statusCode(500);
        assertThat(Failpoints.spent()).isTrue();
        webhook.post().then().statusCode(204);
        status(id, "completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no json", "{\"type\": \"charge.succeeded\"}"})
    void refusesWhatItCannotReadThoughItIsSigned(String body) {
        SignedWebhook.withBody(body).post().then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void passesOverEventsOfOtherKindsAndRefusesWhatIsTooLarge() {
        SignedWebhook.of("dispute.opened", UUID.randomUUID().toString())
                .post()
                .then()
                .statusCode(204);
        SignedWebhook.withBody("{\"type\": \"" + "x".repeat(17_000) + "\"}")
                .post()
                .then()
                .statusCode(413);
    }

    private void status(String id, String expected) {
        client(website, client).get("/api/v1/payments/" + id).then().body("status", equalTo(expected));
    }

    private void pay(String id, String token) {
        keyed(client(website, client)).body(Map.of("token", token)).post("/api/v1/payments/" + id + "/pay");
    }

    private String attemptOf(String payment) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "SELECT id FROM payment_attempt WHERE payment_id = ? ORDER BY created_at DESC LIMIT 1")) {
            find.setObject(1, UUID.fromString(payment));
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
