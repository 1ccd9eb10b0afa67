package io.scriptorium.dashboard.paymentstats;

import io.scriptorium.dashboard.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A payment as payments-service publishes it. */
public record PaymentEvent(
        UUID website,
        String kind,
        String status,
        String currency,
        BigDecimal amount,
        Instant created,
        Instant completed,
        List<Refund> refunds) {
    public record Refund(BigDecimal amount, Instant at) {}

    public static PaymentEvent pending(UUID website, String amount, Instant created) {
        return new PaymentEvent(
                website, "installment", "pending", "USD", new BigDecimal(amount), created, null, List.of());
    }

    public PaymentEvent in(String other) {
        return new PaymentEvent(website, kind, status, other, amount, created, completed, refunds);
    }

    public PaymentEvent ofKind(String other) {
        return new PaymentEvent(website, other, status, currency, amount, created, completed, refunds);
    }

    public PaymentEvent completed(Instant at) {
        return new PaymentEvent(website, kind, "completed", currency, amount, created, at, refunds);
    }

    public PaymentEvent refunded(String status, Refund... all) {
        return new PaymentEvent(website, kind, status, currency, amount, created, completed, List.of(all));
    }

    public Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "client_id": "%s", "kind": "%s", "reference": "%s", "amount": %s,
                 "currency": "%s", "status": "%s", "due_at": null, "created_at": "%s", "updated_at": "%s",
                 "completed_at": %s, "provider": null, "failure_reason": null, "cancellation_reason": null,
                 "refunded_amount": %s, "refunds": [%s]}
                """.formatted(
                        id,
                        website,
                        website,
                        kind,
                        id,
                        amount,
                        currency,
                        status,
                        created,
                        created,
                        completed == null ? null : '"' + completed.toString() + '"',
                        refunds.stream().map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        refunds.stream()
                                .map(refund -> "{\"amount\": %s, \"refunded_at\": \"%s\"}"
                                        .formatted(refund.amount(), refund.at()))
                                .collect(Collectors.joining(",")));
        return new Event(PaymentProjection.TOPIC, id.toString(), "payments.payment.changed", revision, value);
    }

    public static Event deleted(UUID id, long revision) {
        return new Event(PaymentProjection.TOPIC, id.toString(), "payments.payment.deleted", revision, null);
    }
}
