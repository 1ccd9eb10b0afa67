package io.scriptorium.dashboard.specialorderstats;

import io.scriptorium.dashboard.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A special order as special-orders-service publishes it: an inquiry of today, unless something else is said. */
record Order(
        UUID website,
        String type,
        String typeName,
        String status,
        boolean approved,
        String currency,
        BigDecimal totalCost,
        BigDecimal approvedCost,
        Instant created,
        Instant completed,
        List<Installment> installments) {
    record Installment(String amount, LocalDate due, String status) {}

    static Order anOrder(UUID website, Instant created) {
        return new Order(website, "estimated", null, "inquiry", false, "USD", null, null, created, null, List.of());
    }

    Order predefined(String name) {
        return new Order(
                website,
                "predefined",
                name,
                status,
                approved,
                currency,
                totalCost,
                approvedCost,
                created,
                completed,
                installments);
    }

    Order in(String status) {
        return new Order(
                website,
                type,
                typeName,
                status,
                approved,
                currency,
                totalCost,
                approvedCost,
                created,
                completed,
                installments);
    }

    Order of(String cost, String currency) {
        return new Order(
                website,
                type,
                typeName,
                status,
                approved,
                currency,
                new BigDecimal(cost),
                approvedCost,
                created,
                completed,
                installments);
    }

    Order approvedAt(String cost) {
        return new Order(
                website,
                type,
                typeName,
                status,
                true,
                currency,
                totalCost,
                new BigDecimal(cost),
                created,
                completed,
                installments);
    }

    Order completedAt(Instant completed) {
        return new Order(
                website,
                type,
                typeName,
                "completed",
                approved,
                currency,
                totalCost,
                approvedCost,
                created,
                completed,
                installments);
    }

    Order due(Installment... installments) {
        return new Order(
                website,
                type,
                typeName,
                status,
                approved,
                currency,
                totalCost,
                approvedCost,
                created,
                completed,
                List.of(installments));
    }

    static Installment installment(String amount, LocalDate due, String status) {
        return new Installment(amount, due, status);
    }

    BigDecimal value() {
        return approvedCost != null ? approvedCost : totalCost;
    }

    BigDecimal valueOrNone() {
        return value() == null ? BigDecimal.ZERO : value();
    }

    Event event(UUID id, long revision) {
        String due = installments.stream()
                .map(each -> """
                        {"id": "%s", "number": 1, "kind": "installment", "amount": %s, "due_at": "%sT09:00:00Z",
                         "status": "%s", "paid_at": null}
                        """.formatted(UUID.randomUUID(), each.amount(), each.due(), each.status()))
                .collect(Collectors.joining(","));
        String value = """
                {"id": "%s", "website_id": "%s", "client_id": "%s", "writer_id": null, "order_type": "%s",
                 "predefined_type": %s, "duration_days": null, "price_per_day": null, "total_cost": %s,
                 "deposit_required": null, "admin_approved_cost": %s, "currency": "%s", "is_approved": %s,
                 "approved_at": null, "status": "%s", "writer_pay": null, "created_at": "%s", "updated_at": "%s",
                 "completed_at": %s, "installments": [%s]}
                """.formatted(
                id,
                website,
                UUID.randomUUID(),
                type,
                typeName == null ? "null" : "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(UUID.randomUUID(), typeName),
                totalCost,
                approvedCost,
                currency,
                approved,
                status,
                created,
                created,
                completed == null ? "null" : "\"" + completed + "\"",
                due);
        return new Event(Event.ORDERS, id.toString(), "special-orders.order.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(Event.ORDERS, id.toString(), "special-orders.order.deleted", revision, null);
    }
}
