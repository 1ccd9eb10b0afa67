package io.scriptorium.payments.payment;

import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A special order as special-orders-service publishes it: {@code anOrder().installment(…).publish()}. */
final class Orders {
    private static final String TOPIC = "special-orders.order.changes";

    final UUID id = UUID.randomUUID();
    final UUID website;
    final UUID client;
    private final List<String> installments = new ArrayList<>();
    private boolean approved = true;
    private String status = "in_progress";
    private long revision;

    private Orders(UUID website, UUID client) {
        this.website = website;
        this.client = client;
    }

    static Orders anOrder(UUID website, UUID client) {
        return new Orders(website, client);
    }

    Orders unapproved() {
        approved = false;
        return this;
    }

    Orders approved() {
        approved = true;
        return this;
    }

    Orders in(String otherStatus) {
        status = otherStatus;
        return this;
    }

    Orders installment(UUID installment, String amount, String due, String installmentStatus) {
        installments.removeIf(known -> known.contains(installment.toString()));
        installments.add("""
                {"id": "%s", "number": %d, "kind": "installment", "amount": %s, "due_at": "%s", "status": "%s",
                 "paid_at": null}
                """.formatted(installment, installments.size() + 1, amount, due, installmentStatus));
        return this;
    }

    Orders without(UUID installment) {
        installments.removeIf(known -> known.contains(installment.toString()));
        return this;
    }

    Event event() {
        revision++;
        return Event.of(TOPIC, id, "special-orders.order.changed", revision, """
                {"id": "%s", "website_id": "%s", "client_id": "%s", "writer_id": null, "order_type": "estimated",
                 "currency": "USD", "is_approved": %s, "status": "%s", "installments": [%s], "later_field": 1}
                """.formatted(
                        id, website, client, approved, status, String.join(",", installments)));
    }

    void publish() throws Exception {
        Broker.shared().send(event());
    }

    void delete() throws Exception {
        Broker.shared().send(Event.of(TOPIC, id, "special-orders.order.deleted", ++revision, null));
    }
}
