package io.scriptorium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A website with some of everything, so that every page has something to show. Each one is like the other. */
record FurnishedMarket(Market market, Client superadmin, String supportId) {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    static FurnishedMarket on(RunningSuite suite) {
        Market market = Market.on(suite);
        Client superadmin = suite.superadmin();
        String supportId = id(superadmin.createAccount(market.website(), "support"));
        FurnishedMarket made = new FurnishedMarket(market, superadmin, supportId);
        made.furnish();
        return made;
    }

    String website() {
        return market.website();
    }

    private void furnish() {
        superadmin.createAccount(website(), "editor");
        String unpaid = id(superadmin.createAccount(website(), "client"));
        done(superadmin.post("/api/v1/accounts/" + unpaid + "/suspend", Map.of("reason", "Charged back")));

        done(market.admin().post("/api/v1/order-requests/" + orderRequest() + "/approve", Map.of()));
        done(market.admin().post("/api/v1/order-requests/" + orderRequest() + "/reject", Map.of("feedback", "Later")));
        orderRequest();

        ticket("technical");
        done(market.admin().post("/api/v1/tickets/" + ticket("payment_issue") + "/start", Map.of()));
        done(market.admin()
                .post("/api/v1/tickets/" + ticket("other") + "/resolve", Map.of("resolution", "Explained at length")));

        reminderConfig("Halfway", 50);
        market.admin()
                .make(
                        "/api/v1/deletion-messages",
                        Map.of(
                                "name",
                                "Too late",
                                "email_subject",
                                "Cancelled",
                                "message",
                                "It was due.",
                                "by_email",
                                true));

        String refunded = payment("40.50");
        pay(refunded);
        pay(payment("1200.00"));
        payment("75.25");
        pay(tip("25.00"));
        tip("10.00");

        inquiry();
        estimated();
        String order = estimated();
        done(market.admin()
                .post("/api/v1/special-orders/" + order + "/approve", Map.of("schedule", Map.of("parts", 2))));
        pay(awaited("the deposit's payment", () -> {
            String deposit = Market.read(market.admin(), "/api/v1/special-orders/" + order)
                    .get("installments")
                    .get(0)
                    .get("id")
                    .asText();
            JsonNode items = Market.read(market.admin(), "/api/v1/payments?kind=installment&reference=" + deposit)
                    .get("items");
            return items.isEmpty() ? null : items.get(0).get("id").asText();
        }));
        awaited(
                "the order's start",
                () -> Market.read(market.admin(), "/api/v1/special-orders/" + order)
                                .get("status")
                                .asText()
                                .equals("in_progress")
                        ? order
                        : null);
        awaited("the payment that can be refunded", () -> {
            Client.Answer answer = market.admin()
                    .post(
                            "/api/v1/payments/" + refunded + "/refund",
                            Map.of("amount", 10.25, "reason", "A part was missing"),
                            once("refund" + refunded));
            return answer.status() < 300 ? refunded : null;
        });
        // Until all of it is counted: two orders, a deposit and a tip are paid, and a part is given back.
        awaited("the numbers", () -> {
            JsonNode payments = dashboard("payments", "").get("summary");
            JsonNode orders = dashboard("special-orders", "").get("summary");
            return payments.get("paid_payments").asInt() == 4
                            && payments.get("refunded_payments").asInt() == 1
                            && orders.get("in_progress").asInt() == 1
                    ? website()
                    : null;
        });
    }

    JsonNode dashboard(String name, String query) {
        return Market.read(superadmin, "/api/v1/admin/dashboards/" + name + "?website_id=" + website() + query);
    }

    String orderRequest() {
        return market.writer()
                .make("/api/v1/order-requests", Map.of("order_id", UUID.randomUUID(), "reason", "I know the subject"))
                .get("id")
                .asText();
    }

    String ticket(String category) {
        return market.writer()
                .make(
                        "/api/v1/tickets",
                        Map.of(
                                "category",
                                category,
                                "subject",
                                "Something is wrong",
                                "description",
                                "It was right before."))
                .get("id")
                .asText();
    }

    String inquiry() {
        return awaited("an inquiry", () -> {
            Client.Answer answer = market.client()
                    .post(
                            "/api/v1/special-orders",
                            Map.of("order_type", "estimated", "inquiry_details", "A thesis on engines"));
            return answer.status() == 201 ? answer.json().get("id").asText() : null;
        });
    }

    String estimated() {
        String order = inquiry();
        done(market.admin()
                .post(
                        "/api/v1/special-orders/" + order + "/estimate",
                        Map.of("total_cost", 300, "deposit_required", 100)));
        return order;
    }

    String reminderConfig(String name, int percentage) {
        return market.admin()
                .make(
                        "/api/v1/reminder-configs",
                        Map.of(
                                "name",
                                name,
                                "deadline_percentage",
                                percentage,
                                "email_subject",
                                "Your payment is due",
                                "message",
                                "Dear {client_name}, {amount} {currency} is due.",
                                "by_email",
                                true))
                .get("id")
                .asText();
    }

    private String payment(String amount) {
        return awaited("a payment", () -> {
            Client.Answer answer = market.client()
                    .post(
                            "/api/v1/payments",
                            Map.of(
                                    "kind",
                                    "order",
                                    "reference",
                                    UUID.randomUUID(),
                                    "amount",
                                    new BigDecimal(amount),
                                    "currency",
                                    "USD"),
                            once(UUID.randomUUID().toString()));
            return answer.status() == 201 ? answer.json().get("id").asText() : null;
        });
    }

    /** Once payments-service has heard of the writer. @return its payment */
    String tip(String amount) {
        return awaited("a tip", () -> {
            Client.Answer answer = market.client()
                    .post(
                            "/api/v1/tips",
                            Map.of("writer_id", market.writerId(), "amount", new BigDecimal(amount), "type", "direct"),
                            once(UUID.randomUUID().toString()));
            return answer.status() == 201 ? answer.json().get("payment_id").asText() : null;
        });
    }

    void pay(String payment) {
        done(market.client()
                .post("/api/v1/payments/" + payment + "/pay", Map.of("token", "tok_success"), once("pay" + payment)));
    }

    private interface Attempt {
        String made();
    }

    private static String awaited(String what, Attempt attempt) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(attempt::made, made -> made != null);
    }

    private static Map<String, String> once(String of) {
        return Map.of("Idempotency-Key", UUID.nameUUIDFromBytes(of.getBytes()).toString());
    }

    private static void done(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }

    private static String id(Client.Answer answer) {
        done(answer);
        return answer.json().get("id").asText();
    }
}
