package io.scriptorium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A special order's whole way, through every service that has a part in it. */
class SpecialOrderE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> VICTIMS =
            List.of("writer-service", "payments-service", "special-orders-service", "kafka", "postgres");

    private static RunningSuite suite;

    @BeforeAll
    static void start() throws IOException {
        suite = RunningSuite.shared();
    }

    @Test
    void goesFromInquiryToTheWritersEarningsAndBackByARefund() {
        assertThat(new Way(Market.on(suite), step -> {}).walked()).isEqualTo(END);
    }

    /** At steps, and of parts, that a seed chooses; killed while the step is being done. */
    @Test
    void endsTheSameWhereverAPartIsKilled() {
        long seed = Long.getLong("e2e.seed", new Random().nextLong());
        System.out.println("SpecialOrderE2E kills by -De2e.seed=" + seed);
        Random random = new Random(seed);
        List<Integer> steps = random.ints(0, Way.STEPS)
                .distinct()
                .limit(VICTIMS.size())
                .boxed()
                .toList();
        // Each once: one that is down already cannot be killed.
        List<String> victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, random);
        List<CompletableFuture<Void>> kills = new ArrayList<>();
        String end = new Way(Market.on(suite), step -> {
                    if (steps.contains(step)) {
                        String victim = victims.remove(0);
                        System.out.println("Killing " + victim + " at step " + step);
                        kills.add(CompletableFuture.runAsync(() -> suite.kill(victim)));
                    }
                })
                .walked();
        kills.forEach(CompletableFuture::join);
        assertThat(kills).hasSize(VICTIMS.size());
        assertThat(end).as("seed " + seed).isEqualTo(END);
    }

    /** What is left at the end: the order, its installments, its payments, and what the writer has. */
    private static final String END = """
            order completed, cost 300.00, paid for with deposit paid, installment paid, installment unpaid
            payments of 100.00 completed, 100.00 completed, 100.00 refunded
            writer earned 120.00 with 1 order completed
            """;

    private interface Interference {
        void at(int step);
    }

    /**
     * Each step is asked for again until it has had its effect, as a client does that got no answer: a second time it is
     * refused, or answered as the first.
     */
    private static final class Way {
        static final int STEPS = 10;

        private final Market market;
        private final Interference interference;
        private int step;
        private String order;

        Way(Market market, Interference interference) {
            this.market = market;
            this.interference = interference;
        }

        String walked() {
            open();
            act(
                    () -> order("estimate", Map.of("total_cost", 300, "deposit_required", 100)),
                    () -> stands("awaiting_approval"));
            act(
                    () -> order("approve", Map.of("schedule", Map.of("parts", 2))),
                    () -> order().get("is_approved").asBoolean());
            act(() -> null, () -> payments().size() == 3);
            act(() -> pay(0), () -> stands("in_progress"));
            act(
                    () -> order("assign-writer", Map.of("writer_id", market.writerId(), "pay_percentage", 40)),
                    () -> !order().get("writer_id").isNull());
            act(() -> pay(1), () -> installment(1).equals("paid"));
            act(() -> pay(2), () -> installment(2).equals("paid"));
            act(
                    () -> order("complete", Map.of("method", "with_files", "reason", "Handed over")),
                    () -> stands("completed") && earned().contains("1 order"));
            act(() -> refund(2), () -> installment(2).equals("unpaid"));
            return end();
        }

        private void open() {
            interference.at(step++);
            Awaitility.await("the inquiry").atMost(PATIENCE).ignoreExceptions().until(() -> {
                Client.Answer answer = market.client()
                        .post(
                                "/api/v1/special-orders",
                                Map.of("order_type", "estimated", "inquiry_details", "A thesis on engines"));
                if (answer.status() == 201) {
                    order = answer.json().get("id").asText();
                }
                return order != null;
            });
        }

        private void act(Supplier<Client.Answer> ask, BooleanSupplier done) {
            interference.at(step++);
            Awaitility.await("step " + step)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        try {
                            if (!done.getAsBoolean()) {
                                ask.get();
                            }
                            return done.getAsBoolean();
                        } catch (UncheckedIOException | NotNow away) {
                            return false;
                        }
                    });
        }

        private Client.Answer order(String action, Map<String, ?> body) {
            return market.admin().post("/api/v1/special-orders/" + order + "/" + action, body);
        }

        /** With the same key each time: paid once, however often it is asked for. */
        private Client.Answer pay(int part) {
            String payment = payments().get(part).get("id").asText();
            return market.client()
                    .post(
                            "/api/v1/payments/" + payment + "/pay",
                            Map.of("token", "tok_success"),
                            Map.of("Idempotency-Key", keyOf("pay", payment)));
        }

        private Client.Answer refund(int part) {
            String payment = payments().get(part).get("id").asText();
            return market.admin()
                    .post(
                            "/api/v1/payments/" + payment + "/refund",
                            Map.of("amount", 100, "reason", "A part was not delivered"),
                            Map.of("Idempotency-Key", keyOf("refund", payment)));
        }

        private static String keyOf(String action, String payment) {
            return UUID.nameUUIDFromBytes((action + payment).getBytes()).toString();
        }

        private JsonNode order() {
            return read(market.admin(), "/api/v1/special-orders/" + order);
        }

        private boolean stands(String status) {
            return order().get("status").asText().equals(status);
        }

        private String installment(int part) {
            return order().get("installments").get(part).get("status").asText();
        }

        /** Of this order, in the order of its installments. */
        private List<JsonNode> payments() {
            List<JsonNode> found = new ArrayList<>();
            order().get("installments").forEach(installment -> {
                JsonNode items = read(
                                market.admin(),
                                "/api/v1/payments?kind=installment&reference="
                                        + installment.get("id").asText())
                        .get("items");
                items.forEach(found::add);
            });
            return found;
        }

        private String earned() {
            JsonNode writer = read(market.admin(), "/api/v1/writers?writer_id=" + market.writerId())
                    .get("items")
                    .get(0);
            return "writer earned " + money(writer.get("total_earnings")) + " with "
                    + writer.get("completed_orders").asInt() + " order completed";
        }

        private String end() {
            JsonNode last = order();
            List<String> installments = new ArrayList<>();
            last.get("installments")
                    .forEach(each -> installments.add(
                            each.get("kind").asText() + " " + each.get("status").asText()));
            List<String> payments = payments().stream()
                    .map(each ->
                            money(each.get("amount")) + " " + each.get("status").asText())
                    .toList();
            return """
                    order %s, cost %s, paid for with %s
                    payments of %s
                    %s
                    """.formatted(
                            last.get("status").asText(),
                            money(last.get("admin_approved_cost")),
                            String.join(", ", installments),
                            String.join(", ", payments),
                            earned());
        }

        private static String money(JsonNode amount) {
            return new BigDecimal(amount.asText()).setScale(2).toPlainString();
        }

        private static JsonNode read(Client client, String path) {
            Client.Answer answer = client.get(path);
            if (answer.status() >= 500) {
                throw new NotNow();
            }
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
            return answer.json();
        }
    }

    /** A service is away for the moment. */
    private static final class NotNow extends RuntimeException {}
}
