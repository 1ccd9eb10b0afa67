package io.scriptorium.specialorders.order;

import static io.scriptorium.specialorders.Suite.aStartedOrder;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anApprovedOrder;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.history;
import static io.scriptorium.specialorders.Suite.read;
import static io.scriptorium.specialorders.Suite.reason;
import static io.scriptorium.specialorders.Suite.send;
import static io.scriptorium.specialorders.Suite.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Callers;
import io.scriptorium.owner.test.Event;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.specialorders.WithParts;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** From payments-service's events to installments. */
@QuarkusTest
@WithParts
class PaymentsIT {
    private static final String TOPIC = "payments.payment.changes";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String website = aWebsite();
    private final String client = account();

    @Test
    void readsPaymentsAsTheirProducerWritesThem() throws Exception {
        String order = anApprovedOrder(website, client);
        ObjectNode sample = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("../payments-service/contracts/payment.v1.sample.json")));
        UUID payment = UUID.randomUUID();
        sample.put("id", payment.toString())
                .put("website_id", website)
                .put("reference", installment(order, 0))
                .put("amount", new BigDecimal("50.00"));
        send(Event.of(TOPIC, payment, "payments.payment.changed", 1, sample.toString()));
        await(() -> read(website, order)
                .body(
                        "status", equalTo("in_progress"),
                        "installments[0].status", equalTo("paid"),
                        "installments[0].paid_at", equalTo("2026-01-31T12:00:05Z"),
                        "installments[0].paid_by", equalTo("payment")));
    }

    @Test
    void publishesWhatPaymentsMakeOfIt() {
        String order = anApprovedOrder(website, client);
        send(payment(order, 0, 1, "completed"));
        List<String> values = Topics.events(OrderChange.TOPIC, order, 4).stream()
                .map(event -> event.value())
                .toList();
        assertThat(values.get(2)).contains("\"status\":\"awaiting_approval\"", "\"is_approved\":true");
        assertThat(values.get(3)).contains("\"status\":\"in_progress\"", "\"paid_at\":\"2026-03-02T10:00:00Z\"");
    }

    @Test
    void opensAnInstallmentAgainWhenItIsRefunded() {
        String order = anApprovedOrder(website, client);
        send(payment(order, 0, 1, "completed"), payment(order, 1, 1, "completed"));
        awaitInstallments(order, "paid", "paid");
        done(website, order, "complete", Map.of("method", "with_files", "reason", "Done."));
        send(payment(order, 1, 2, "refunded"));
        awaitInstallments(order, "paid", "unpaid");
        assertThat(history(website, order)).endsWith("completed", "installment_reopened");
        done(website, order, "reschedule", reason());
        awaitInstallments(order, "paid", "void", "unpaid");
    }

    @Test
    void cancelsWhenTheDepositExpiresAndHoldsWhenALaterOneDoes() {
        String cancelled = anApprovedOrder(website, client);
        String held = aStartedOrder(website, client);
        send(payment(cancelled, 0, 1, "expired"), payment(held, 1, 1, "expired"));
        await(() -> read(website, cancelled).body("status", equalTo("cancelled")));
        await(() -> read(website, held).body("status", equalTo("on_hold"), "hold_cause", equalTo("payment_expired")));
        step(website, held, "resume", reason()).then().statusCode(409).body("detail", containsString("reschedule"));
        done(website, held, "reschedule", reason()).body("status", equalTo("in_progress"));
    }

    @Test
    void keepsMoneyForWhatIsVoidInSight() {
        String order = aStartedOrder(website, client);
        Event completed = payment(order, 1, 1, "completed");
        done(website, order, "cancel", reason());
        send(completed);
        await(() -> assertThat(history(website, order)).endsWith("refund_due"));
        awaitInstallments(order, "void", "void");
    }

    @Test
    void takesADuplicateForWhatItIs() {
        String order = aStartedOrder(website, client);
        Event paid = payment(order, 0, 5, "completed");
        send(paid, paid, payment(order, 0, 3, "processing"), payment(order, 1, 1, "completed"), paid);
        awaitInstallments(order, "paid", "paid");
        assertThat(history(website, order))
                .filteredOn("installment_paid"::equals)
                .hasSize(2);
    }

    @Test
    void keepsWhatNamesNoInstallmentOfItsWebsite() {
        String order = anApprovedOrder(website, client);
        Event foreign = payment(order, 0, 1, "completed");
        UUID key = UUID.fromString(foreign.key());
        send(foreign.withValue(foreign.value().replace(website, account())));
        await(() -> assertThat(refused()).contains(key.toString()));
        read(website, order).body("installments[0].status", equalTo("unpaid"));
    }

    /** The service and a model in a map hear the same events: shuffled, repeated, and old ones late. */
    @Test
    void endsAsAModelDoesThatHasOnlyTheNewestStates() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, List<String>> expected = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String order = aStartedOrder(website, client);
            List<String> ends = new ArrayList<>();
            for (int installment = 0; installment < 2; installment++) {
                List<String> life = List.of(
                                List.of("pending", "processing", "completed"),
                                List.of("pending", "processing", "completed", "refunded"),
                                List.of("pending", "processing", "failed"),
                                List.of("processing", "completed", "partially_refunded"))
                        .get(random.nextInt(4));
                for (int revision = 0; revision < life.size(); revision++) {
                    Event event = payment(order, installment, revision + 1, life.get(revision));
                    events.addAll(Collections.nCopies(1 + random.nextInt(3), event));
                }
                String end = life.get(life.size() - 1);
                ends.add(end.equals("completed") || end.equals("partially_refunded") ? "paid" : "unpaid");
            }
            expected.put(order, ends);
        }
        Collections.shuffle(events, random);
        send(events.toArray(Event[]::new));
        expected.forEach((order, ends) ->
                await(() -> assertThat(read(website, order).extract().<List<String>>path("installments.status"))
                        .as("seed %d", seed)
                        .isEqualTo(ends)));
    }

    private static List<String> refused() {
        return Callers.superadmin()
                .get("/api/v1/special-orders-service/refused-changes?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.key");
    }

    private void awaitInstallments(String order, String... states) {
        await(() -> read(website, order).body("installments.status", Matchers.contains(states)));
    }

    private static void await(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private String installment(String order, int index) {
        return read(website, order).extract().path("installments[" + index + "].id");
    }

    /** @param status {@code expired} is {@code cancelled} with that reason */
    private Event payment(String order, int index, long revision, String status) {
        String installment = installment(order, index);
        UUID id = UUID.nameUUIDFromBytes(installment.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean expired = status.equals("expired");
        boolean paid = List.of("completed", "partially_refunded", "refunded").contains(status);
        return Event.of(TOPIC, id, "payments.payment.changed", revision, """
                {"id": "%s", "website_id": "%s", "client_id": "%s", "kind": "installment", "reference": "%s",
                 "amount": 50.00, "currency": "USD", "status": "%s", "completed_at": %s, "cancellation_reason": %s}
                """.formatted(
                        id,
                        website,
                        client,
                        installment,
                        expired ? "cancelled" : status,
                        paid ? "\"2026-03-02T10:00:00Z\"" : null,
                        expired ? "\"expired\"" : null));
    }
}
