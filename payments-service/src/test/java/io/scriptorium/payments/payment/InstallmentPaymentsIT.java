package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.payments.payment.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.owner.test.Event;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.payments.WithParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What special orders demand becomes payments, once, and ceases with them. */
@QuarkusTest
@WithParts
class InstallmentPaymentsIT {
    private static final String DUE = "2026-12-01T00:00:00Z";

    private final UUID website = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final UUID deposit = UUID.randomUUID();
    private final UUID rest = UUID.randomUUID();

    @Test
    void demandsEachUnpaidInstallmentOfAnApprovedOrderOnce() throws Exception {
        Orders order = anOrder(website, client)
                .installment(deposit, "100", DUE, "unpaid")
                .installment(rest, "299.5", "2027-01-01T00:00:00Z", "unpaid");
        order.unapproved().in("awaiting_approval").publish();
        order.approved().in("in_progress").publish();
        awaitPayments(2);
        order.publish();
        order.in("on_hold").publish();
        Orders later = anOrder(website, client).installment(UUID.randomUUID(), "1", DUE, "unpaid");
        later.publish();
        awaitPayments(3);

        Map<String, Object> payment = payment(rest);
        assertThat(payment)
                .containsEntry("kind", "installment")
                .containsEntry("status", "pending")
                .containsEntry("client_id", client.toString())
                .containsEntry("currency", "USD")
                .containsEntry("due_at", "2027-01-01T00:00:00Z")
                .containsEntry("version", 0);
        assertThat(payment.get("amount").toString()).isEqualTo("299.5");
        var events = Topics.events("payments.payment.changes", payment.get("id").toString(), 1);
        new Contract("payment").fits(events.get(0).value());
        assertThat(events.get(0).value()).contains("\"amount\":299.50");
        assertThat(Topics.header(events.get(0), "ce_type")).isEqualTo("payments.payment.changed");
    }

    @Test
    void cancelsWhatIsPendingWithItsReason() throws Exception {
        UUID void1 = UUID.randomUUID();
        UUID paid = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        Orders order = anOrder(website, client)
                .installment(deposit, "100", DUE, "unpaid")
                .installment(void1, "100", DUE, "unpaid")
                .installment(paid, "100", DUE, "unpaid")
                .installment(gone, "100", DUE, "unpaid");
        order.publish();
        awaitPayments(4);
        order.installment(void1, "100", DUE, "void")
                .installment(paid, "100", DUE, "paid")
                .without(gone)
                .publish();
        awaitCancelled(void1, "installment_void");
        awaitCancelled(paid, "paid_otherwise");
        awaitCancelled(gone, "installment_void");
        assertThat(payment(deposit)).containsEntry("status", "pending");
        order.in("cancelled").publish();
        awaitCancelled(deposit, "order_cancelled");
        // Approved again, or its installments unpaid again: nothing is demanded twice.
        order.in("in_progress").installment(void1, "100", DUE, "unpaid").publish();
        anOrder(website, client)
                .installment(UUID.randomUUID(), "1", DUE, "unpaid")
                .publish();
        awaitPayments(5);
        assertThat(payment(void1)).containsEntry("status", "cancelled");
        assertThat(payment(deposit)).containsEntry("cancellation_reason", "order_cancelled");
    }

    @Test
    void cancelsWhatADeletedOrderLeaves() throws Exception {
        Orders order = anOrder(website, client).installment(deposit, "100", DUE, "unpaid");
        order.publish();
        awaitPayments(1);
        order.delete();
        awaitCancelled(deposit, "order_cancelled");
    }

    @Test
    void demandsNothingOfAnOrderThatIsNotApprovedOrCancelledOrPaid() throws Exception {
        anOrder(website, client)
                .unapproved()
                .installment(deposit, "100", DUE, "unpaid")
                .publish();
        anOrder(website, client)
                .in("cancelled")
                .installment(rest, "100", DUE, "unpaid")
                .publish();
        anOrder(website, client)
                .installment(UUID.randomUUID(), "100", DUE, "paid")
                .installment(UUID.randomUUID(), "100", DUE, "void")
                .installment(UUID.randomUUID(), "0.00", DUE, "unpaid")
                .installment(UUID.randomUUID(), "5", DUE, "unpaid")
                .publish();
        awaitPayments(1);
    }

    @Test
    void readsTheSampleOfSpecialOrders() throws Exception {
        String sample = Files.readString(Path.of("../special-orders-service/contracts/order.v1.sample.json"));
        Broker.shared()
                .send(Event.of(
                        "special-orders.order.changes",
                        UUID.fromString("0199f1a2-0000-7000-8000-000000000201"),
                        "special-orders.order.changed",
                        1,
                        sample));
        String ofSample = "0199f1a2-0000-7000-8000-000000000001";
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(admin(ofSample)
                                .get("/api/v1/payments?kind=installment&client_id=0199f1a2-0000-7000-8000-000000000003")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("items[0].reference"))
                        .isEqualTo("0199f1a2-0000-7000-8000-000000000212"));
    }

    private void awaitPayments(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(payments("")).hasSize(count));
    }

    private void awaitCancelled(UUID installment, String reason) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(payment(installment))
                        .containsEntry("status", "cancelled")
                        .containsEntry("cancellation_reason", reason));
    }

    private Map<String, Object> payment(UUID installment) {
        List<Map<String, Object>> found = payments("&reference=" + installment);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Map<String, Object>> payments(String more) {
        return admin(website.toString())
                .get("/api/v1/payments?limit=200" + more)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
