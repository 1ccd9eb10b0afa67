package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.payments.payment.Demands.client;
import static io.scriptorium.payments.payment.Demands.demanded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.payments.KnownWebsite;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.provider.Failpoints;
import io.scriptorium.payments.provider.SimulatedCharges;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work ends abruptly between any two steps of a payment or a refund: always one charge, whoever comes next. */
@QuarkusTest
@WithParts
class PaymentCrashIT {
    private static UUID website;

    private final UUID client = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Inject
    SimulatedCharges provider;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void know() {
        if (website == null) {
            website = KnownWebsite.in("USD");
        }
    }

    @AfterEach
    void reachedWhatItWasToReach() {
        assertThat(Failpoints.spent()).isTrue();
    }

    @Test
    void leavesNothingWhenItDiesBeforeTheIntentIsCommitted() {
        String id = demanded(website, client, "10");
        Failpoints.failAt("before the intent is committed");
        pay(id).then().statusCode(500);
        client(website, client).get("/api/v1/payments/" + id).then().body("status", equalTo("pending"));
        assertThat(provider.of(id).captures()).isZero();
        pay(id).then().statusCode(200).body("status", equalTo("completed"));
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before the provider", "after the provider", "before the outcome is committed"})
    void chargesOnceWhenTheSameRequestComesAgain(String step) {
        String id = demanded(website, client, "10");
        Failpoints.failAt(step);
        pay(id).then().statusCode(500);
        Response again = pay(id);
        again.then().statusCode(200).body("status", equalTo("completed"));
        assertThat(pay(id).asByteArray()).isEqualTo(again.asByteArray());
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before the provider", "after the provider", "before the outcome is committed"})
    void chargesOnceWhenNobodyComesAgain(String step) {
        String id = demanded(website, client, "10");
        Failpoints.failAt(step);
        pay(id).then().statusCode(500);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> client(website, client)
                        .get("/api/v1/payments/" + id)
                        .then()
                        .body("status", equalTo("completed")));
        pay(id).then().statusCode(200).body("status", equalTo("completed"));
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @Test
    void answersWhatIsTrueWhenItDiedBeforeTheAnswerWasKept() throws SQLException {
        String id = demanded(website, client, "10");
        Response first = pay(id);
        // All is committed but the answer, and whoever worked on it is dead: its lease has run out.
        change("UPDATE idempotency_key SET status = NULL, body = NULL, busy_until = now() WHERE key = ?");
        Response again = pay(id);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @Test
    void tellsToComeAgainWhileTheLeaseOfTheDeadLasts() throws SQLException {
        String id = demanded(website, client, "10");
        pay(id);
        change("UPDATE idempotency_key SET status = NULL, body = NULL, busy_until = now() + interval '1 hour'"
                + " WHERE key = ?");
        pay(id).then().statusCode(409).body("errors[0].field", equalTo("Idempotency-Key"));
        change("UPDATE idempotency_key SET busy_until = now() WHERE key = ?");
        pay(id).then().statusCode(200).body("status", equalTo("completed"));
        assertThat(provider.of(id).captures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before the provider", "after the provider", "before the outcome is committed"})
    void givesBackOnce(String step) {
        String id = demanded(website, client, "10");
        pay(id).then().statusCode(200);
        Failpoints.failAt(step);
        String refundKey = UUID.randomUUID().toString();
        UUID staff = UUID.randomUUID();
        refund(id, refundKey, staff).then().statusCode(500);
        refund(id, refundKey, staff).then().statusCode(200).body("status", equalTo("succeeded"));
        refund(id, refundKey, staff).then().statusCode(200);
        assertThat(provider.of(id).refunded()).isEqualByComparingTo("4");
        client(website, client)
                .get("/api/v1/payments/" + id)
                .then()
                .body("status", equalTo("partially_refunded"), "refunded_amount", equalTo(4.0f));
    }

    private Response pay(String id) {
        return client(website, client)
                .header("Idempotency-Key", key)
                .body(Map.of("token", "tok_success"))
                .post("/api/v1/payments/" + id + "/pay");
    }

    private static Response refund(String id, String key, UUID staff) {
        return as("admin", website.toString(), staff.toString())
                .header("Idempotency-Key", key)
                .body(Map.of("amount", 4, "reason", "Late"))
                .post("/api/v1/payments/" + id + "/refund");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
