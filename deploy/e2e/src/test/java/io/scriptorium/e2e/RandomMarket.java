package io.scriptorium.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A website on which many clients do whatever comes to a seeded random mind. Most of it is allowed; what is not is refused,
 * which is an answer too. No answer, and 502 to 504, are what a kill looks like; any other 5xx is a defect, and kept.
 */
final class RandomMarket {
    private static final List<String> ROLES = List.of("client", "client", "writer", "editor", "support");
    private static final List<String> TOKENS =
            List.of("tok_success", "tok_success", "tok_success", "tok_declined", "tok_twice", "tok_timeout");

    private final Market market;
    private final Client superadmin;
    private final String predefinedType;
    private final List<String> accounts = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> tickets = new CopyOnWriteArrayList<>();
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final List<String> payments = new CopyOnWriteArrayList<>();
    private final List<String> configs = new CopyOnWriteArrayList<>();
    private final String profile;

    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final Queue<String> defects = new ConcurrentLinkedQueue<>();

    RandomMarket(RunningSuite suite) {
        superadmin = suite.superadmin();
        market = Market.on(suite);
        profile = Market.read(market.admin(), "/api/v1/writers?writer_id=" + market.writerId())
                .get("items")
                .get(0)
                .get("id")
                .asText();
        predefinedType = market.admin()
                .make(
                        "/api/v1/predefined-types",
                        Map.of("name", "Thesis", "durations", List.of(Map.of("days", 5, "price", 250.10))))
                .get("id")
                .asText();
    }

    String website() {
        return market.website();
    }

    void act(Random random) {
        try {
            switch (random.nextInt(16)) {
                case 0, 1 -> keep(accounts, superadmin.createAccount(website(), one(ROLES, random)));
                case 2 -> suspendOrReactivateOrDelete(random);
                case 3 -> writer(random);
                case 4 ->
                    keep(
                            requests,
                            market.writer()
                                    .post(
                                            "/api/v1/order-requests",
                                            Map.of("order_id", UUID.randomUUID(), "reason", "I know the subject")));
                case 5 -> request(random);
                case 6 ->
                    keep(
                            tickets,
                            market.writer()
                                    .post(
                                            "/api/v1/tickets",
                                            Map.of(
                                                    "category",
                                                    one(List.of("technical", "payment_issue", "other"), random),
                                                    "subject",
                                                    "Something is wrong",
                                                    "description",
                                                    "It was right yesterday.")));
                case 7 -> ticket(random);
                case 8 -> keep(orders, market.client().post("/api/v1/special-orders", inquiry(random)));
                case 9, 10 -> order(random);
                case 11 ->
                    keep(
                            payments,
                            market.client()
                                    .post(
                                            "/api/v1/payments",
                                            Map.of(
                                                    "kind",
                                                    "order",
                                                    "reference",
                                                    UUID.randomUUID(),
                                                    "amount",
                                                    amount(random),
                                                    "currency",
                                                    "USD"),
                                            once()));
                case 12, 13 -> payment(random);
                case 14 -> tip(random);
                default -> reminders(random);
            }
        } catch (UncheckedIOException noAnswer) {
            unanswered.incrementAndGet();
        }
    }

    private void suspendOrReactivateOrDelete(Random random) {
        if (accounts.isEmpty()) {
            return;
        }
        String account = "/api/v1/accounts/" + one(accounts, random);
        switch (random.nextInt(5)) {
            case 0, 1 -> count(superadmin.post(account + "/suspend", Map.of("reason", "Unpaid")));
            case 2, 3 -> count(superadmin.post(account + "/reactivate", Map.of()));
            default -> count(superadmin.delete(account));
        }
    }

    private void writer(Random random) {
        String path = "/api/v1/writers/" + profile;
        switch (random.nextInt(3)) {
            case 0 -> count(market.admin().post(path + "/reviews", Map.of("score", 1 + random.nextInt(5))));
            case 1 ->
                count(market.admin()
                        .post(path + "/status", Map.of("status", one(List.of("probation", "active"), random))));
            default ->
                count(market.admin()
                        .post(
                                "/api/v1/accounts",
                                Map.of(
                                        "username",
                                        "x",
                                        "email",
                                        "not an address",
                                        "full_name",
                                        "X",
                                        "role",
                                        "writer")));
        }
    }

    private void request(Random random) {
        if (requests.isEmpty()) {
            return;
        }
        String path = "/api/v1/order-requests/" + one(requests, random);
        switch (random.nextInt(3)) {
            case 0 -> count(market.admin().post(path + "/approve", Map.of()));
            case 1 -> count(market.admin().post(path + "/reject", Map.of("feedback", "Another time")));
            default -> count(market.writer().post(path + "/withdraw", Map.of()));
        }
    }

    private void ticket(Random random) {
        if (tickets.isEmpty()) {
            return;
        }
        String path = "/api/v1/tickets/" + one(tickets, random);
        switch (random.nextInt(5)) {
            case 0 -> count(market.admin().post(path + "/start", Map.of()));
            case 1 -> count(market.admin().post(path + "/resolve", Map.of("resolution", "Repaired")));
            case 2 -> count(market.writer().post(path + "/close", Map.of()));
            case 3 -> count(market.writer().post(path + "/reopen", Map.of("reason", "Again")));
            default -> count(market.writer().post(path + "/messages", Map.of("body", "Any news?")));
        }
    }

    private Map<String, ?> inquiry(Random random) {
        return random.nextBoolean()
                ? Map.of("order_type", "estimated", "inquiry_details", "A thesis on engines")
                : Map.of(
                        "order_type",
                        "predefined",
                        "predefined_type_id",
                        predefinedType,
                        "duration_days",
                        5,
                        "inquiry_details",
                        "A thesis on engines");
    }

    private void order(Random random) {
        if (orders.isEmpty()) {
            return;
        }
        String order = one(orders, random);
        String path = "/api/v1/special-orders/" + order;
        switch (random.nextInt(10)) {
            case 0, 1 -> count(market.admin().post(path + "/estimate", Map.of("total_cost", amount(random))));
            case 2, 3, 4 -> approve(path, random);
            case 5 -> count(market.admin().post(path + "/start", Map.of("reason", "They pay by transfer")));
            case 6 ->
                count(market.admin()
                        .post(path + "/assign-writer", Map.of("writer_id", market.writerId(), "pay_percentage", 40)));
            case 7 -> count(market.admin().post(path + "/complete", Map.of("method", "with_files", "reason", "Done")));
            case 8 -> count(market.client().post(path + "/cancel", Map.of("reason", "Changed my mind")));
            default -> count(market.admin().post(path + "/hold", Map.of("reason", "Waiting for the client")));
        }
    }

    private void approve(String path, Random random) {
        Client.Answer answer =
                market.admin().post(path + "/approve", Map.of("schedule", Map.of("parts", 1 + random.nextInt(3))));
        count(answer);
        if (answer.status() == 200) {
            answer.json().get("installments").forEach(installment -> {
                JsonNode demanded = Market.read(
                                market.admin(),
                                "/api/v1/payments?kind=installment&reference="
                                        + installment.get("id").asText())
                        .get("items");
                demanded.forEach(payment -> payments.add(payment.get("id").asText()));
            });
        }
    }

    private void payment(Random random) {
        if (payments.isEmpty()) {
            return;
        }
        String path = "/api/v1/payments/" + one(payments, random);
        switch (random.nextInt(6)) {
            case 0, 1, 2, 3 -> count(market.client().post(path + "/pay", Map.of("token", one(TOKENS, random)), once()));
            case 4 ->
                count(market.admin()
                        .post(path + "/refund", Map.of("amount", amount(random), "reason", "Late"), once()));
            default -> count(market.admin().post(path + "/cancel", Map.of("reason", "Not needed")));
        }
    }

    private void tip(Random random) {
        Client.Answer answer = market.client()
                .post(
                        "/api/v1/tips",
                        Map.of("writer_id", market.writerId(), "amount", amount(random), "type", "direct"),
                        once());
        count(answer);
        if (answer.status() == 201) {
            payments.add(answer.json().get("payment_id").asText());
        }
    }

    private void reminders(Random random) {
        if (configs.isEmpty() || random.nextInt(4) > 0) {
            keep(
                    configs,
                    market.admin()
                            .post(
                                    "/api/v1/reminder-configs",
                                    Map.of(
                                            "name", "After a while",
                                            "deadline_percentage", random.nextInt(101),
                                            "email_subject", "Your payment is due",
                                            "message", "Dear {client_name}, {amount} {currency} is due.",
                                            "by_email", true)));
        } else {
            count(market.admin().delete("/api/v1/reminder-configs/" + one(configs, random)));
        }
    }

    private void keep(List<String> ids, Client.Answer answer) {
        count(answer);
        if (answer.status() == 201) {
            ids.add(answer.json().get("id").asText());
        }
    }

    private void count(Client.Answer answer) {
        if (answer.status() < 300) {
            accepted.incrementAndGet();
        } else if (answer.status() < 500) {
            refused.incrementAndGet();
        } else if (answer.status() == 500) {
            defects.add(answer.toString());
        } else {
            unanswered.incrementAndGet();
        }
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(20_000), 2);
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
