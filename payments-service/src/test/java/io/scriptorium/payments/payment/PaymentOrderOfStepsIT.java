package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.payments.payment.Demands.client;
import static io.scriptorium.payments.payment.Demands.demanded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.payments.KnownWebsite;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.provider.SimulatedCharges;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Confirm, webhook, retry and refund in every order up to four steps, 340 of them: only legal states one after another,
 * one capture at most, never more given back than was captured, and a ledger that says what the provider's books say.
 */
@QuarkusTest
@WithParts
class PaymentOrderOfStepsIT {
    private static final int MOST_STEPS = 4;
    private static final Set<Integer> FORESEEN = Set.of(200, 202, 204, 409, 422);

    private static UUID website;

    @Inject
    SimulatedCharges provider;

    @Inject
    AgroalDataSource database;

    private enum Step {
        CONFIRM,
        WEBHOOK,
        RETRY,
        REFUND
    }

    @BeforeEach
    void know() {
        if (website == null) {
            website = KnownWebsite.in("USD");
        }
    }

    @Test
    void staysLegalInEveryOrder() throws Exception {
        List<String> paid = new ArrayList<>();
        List<List<Step>> orders = orders();
        assertThat(orders).hasSize(4 + 16 + 64 + 256);
        for (int i = 0; i < orders.size(); i++) {
            // A decline first in some, so that a retry is a second charge, and a slow one in others.
            String token = List.of("tok_success", "tok_declined", "tok_slow").get(i % 3);
            paid.add(check(orders.get(i), token));
        }
        // Slow charges are heard of later, by the reconciler.
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> agreesWithTheProvider(paid));
        isBalanced();
    }

    private String check(List<Step> order, String token) throws SQLException {
        UUID client = UUID.randomUUID();
        String id = demanded(website, client, "10");
        String key = UUID.randomUUID().toString();
        for (Step step : order) {
            int status = switch (step) {
                case CONFIRM -> pay(client, id, key, token).statusCode();
                case RETRY ->
                    pay(client, id, UUID.randomUUID().toString(), "tok_success").statusCode();
                case WEBHOOK -> webhook(id);
                case REFUND ->
                    as("admin", website.toString(), client.toString())
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(Map.of("amount", 4, "reason", "Late"))
                            .post("/api/v1/payments/" + id + "/refund")
                            .statusCode();
            };
            assertThat(status).as("%s of %s with %s", step, order, token).isIn(FORESEEN);
        }
        isLegal(id, order + " with " + token);
        return id;
    }

    private void isLegal(String id, String order) throws SQLException {
        List<PaymentStatus> states = states(id);
        assertThat(states.get(0)).as(order).isEqualTo(PaymentStatus.PENDING);
        for (int i = 1; i < states.size(); i++) {
            assertThat(states.get(i - 1).next()).as("%s: %s", order, states).contains(states.get(i));
        }
        assertThat(states.stream().filter(PaymentStatus.COMPLETED::equals).count())
                .as(order)
                .isLessThanOrEqualTo(1);
        SimulatedCharges.Books books = provider.of(id);
        assertThat(books.captures()).as(order).isLessThanOrEqualTo(1);
        assertThat(books.refunded()).as(order).isLessThanOrEqualTo(books.captured());
        long refunds = states.stream()
                .filter(state -> state == PaymentStatus.PARTIALLY_REFUNDED || state == PaymentStatus.REFUNDED)
                .count();
        assertThat(books.refunded()).as(order).isEqualByComparingTo(new BigDecimal(4 * refunds));
    }

    private void agreesWithTheProvider(List<String> paid) {
        BigDecimal held = BigDecimal.ZERO;
        for (String id : paid) {
            SimulatedCharges.Books books = provider.of(id);
            held = held.add(books.captured()).subtract(books.refunded());
        }
        assertThat(held).isPositive();
        admin(website.toString())
                .get("/api/v1/ledger/accounts?kind=provider_clearing")
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].balance", equalTo(held.floatValue()));
    }

    private static void isBalanced() {
        admin(website.toString())
                .get("/api/v1/ledger/trial-balance?compare=true")
                .then()
                .statusCode(200)
                .body("balanced", is(true), "sums.difference", contains(0.00f), "deviations", empty());
    }

    private static List<List<Step>> orders() {
        List<List<Step>> all = new ArrayList<>();
        List<List<Step>> longest = List.of(List.of());
        for (int length = 0; length < MOST_STEPS; length++) {
            List<List<Step>> longer = new ArrayList<>();
            for (List<Step> shorter : longest) {
                for (Step step : Step.values()) {
                    List<Step> order = new ArrayList<>(shorter);
                    order.add(step);
                    longer.add(order);
                }
            }
            all.addAll(longer);
            longest = longer;
        }
        return all;
    }

    private static Response pay(UUID client, String id, String key, String token) {
        return client(website, client)
                .header("Idempotency-Key", key)
                .body(Map.of("token", token))
                .post("/api/v1/payments/" + id + "/pay");
    }

    /** What the provider would tell of the newest charge; of none, it tells nothing. */
    private int webhook(String id) throws SQLException {
        Optional<String> event = text("""
                SELECT a.id || ' ' || CASE WHEN o.succeeds THEN 'charge.succeeded' ELSE 'charge.failed' END
                  FROM payment_attempt a JOIN simulated_operation o ON o.key = a.id
                 WHERE a.payment_id = ? AND a.kind = 'charge'
                 ORDER BY a.created_at DESC LIMIT 1
                """, id);
        return event.map(told -> told.split(" "))
                .map(told -> SignedWebhook.of(told[1], told[0]).post().statusCode())
                .orElse(204);
    }

    private List<PaymentStatus> states(String id) throws SQLException {
        return text(
                        "SELECT string_agg(to_status, ' ' ORDER BY at, id) FROM payment_transition WHERE payment_id = ?",
                        id)
                .map(states -> List.of(states.split(" ")).stream()
                        .map(PaymentStatus::of)
                        .toList())
                .orElseThrow();
    }

    private Optional<String> text(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
